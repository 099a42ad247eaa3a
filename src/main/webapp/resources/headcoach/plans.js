// While somebody types, the cards beside the form follow after a short pause; after a longer one the draft is saved.
(function () {
  var show, keep;
  // what a finding leads to
  window.planShown = function () {
    var opened = document.querySelector('#terms .pay-head[aria-expanded=true]');
    if (opened) {
      opened.scrollIntoView({block: 'start'});
      opened.focus();
    }
  };
  function form(target) {
    return target && target.closest && target.closest('[data-plan-form]');
  }
  document.addEventListener('input', function (event) {
    if (!form(event.target) || event.target.closest('[data-plan-try]')) {
      return;
    }
    clearTimeout(show);
    clearTimeout(keep);
    show = setTimeout(function () { window.planChanged(); }, 400);
    keep = setTimeout(function () { window.planAutosave(); }, 4000);
  });
  // what leads away or publishes takes the last words along
  document.addEventListener('click', function (event) {
    if (event.target.closest && event.target.closest('[data-plan-keeps]')) {
      clearTimeout(show);
      clearTimeout(keep);
    }
  });
}());
