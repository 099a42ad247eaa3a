// Puts the parts of a survey in order by buttons: for fingers and keyboards alike. The order is kept in the form's hidden field, place by place.
(function () {
  'use strict';

  function number(list) {
    var items = Array.from(list.children);
    items.forEach(function (item, at) {
      item.querySelector('.mt-place').textContent = at + 1;
      item.querySelector('[data-move="-1"]').disabled = at === 0;
      item.querySelector('[data-move="1"]').disabled = at === items.length - 1;
    });
    document.getElementById(list.dataset.survey).value = items.map(function (item) { return item.dataset.part; }).join(',');
  }

  function move(list, item, step) {
    var other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) {
      return;
    }
    list.insertBefore(step < 0 ? item : other, step < 0 ? other : item);
    number(list);
    // the button goes with its part, and whoever works by keyboard stays on it; at an end the other one is the only one left
    var button = item.querySelector('[data-move="' + step + '"]');
    (button.disabled ? item.querySelector('[data-move="' + -step + '"]') : button).focus();
    var places = list.dataset.moved.replace('%1', Array.from(list.children).indexOf(item) + 1).replace('%2', list.children.length);
    list.parentElement.querySelector('[data-survey-said]').textContent = item.querySelector('.mt-name').textContent + ': ' + places;
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('.mt-ranks [data-move]');
    if (button) {
      move(button.closest('.mt-ranks'), button.closest('li'), Number(button.dataset.move));
    }
  });

  function all() {
    document.querySelectorAll('.mt-ranks').forEach(number);
  }

  // a refusal writes the form again
  if (window.jQuery) {
    window.jQuery(document).on('pfAjaxComplete', all);
  }
  all();
}());
