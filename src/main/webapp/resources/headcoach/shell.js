/* What the shell does in the browser: theme, drop-down lists, keys. Nothing here is needed to read a page or to go to another one. */
(function () {
  'use strict';

  var root = document.documentElement;

  if (window.PrimeFaces) {
    // its lists wait for the end of a transition that this theme does not have, and would stay open
    window.PrimeFaces.animationEnabled = false;
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function showTheme() {
    var dark = isDark();
    document.querySelectorAll('[data-theme-toggle]').forEach(function (button) {
      button.querySelector('.pi').className = 'pi ' + (dark ? 'pi-sun' : 'pi-moon');
      var word = button.querySelector('[data-dark]');
      if (word) {
        word.textContent = dark ? word.dataset.dark : word.dataset.light;
      }
    });
  }

  function toggleTheme() {
    var theme = isDark() ? 'light' : 'dark';
    root.dataset.theme = theme;
    document.cookie = 'headcoach-theme=' + theme + '; path=/; max-age=31536000; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
    showTheme();
    document.dispatchEvent(new CustomEvent('headcoach:theme', {detail: theme}));
  }

  /** Only one list is open, and a click elsewhere closes it. */
  function closeLists(except) {
    document.querySelectorAll('details[data-drop][open]').forEach(function (list) {
      if (list !== except) {
        list.open = false;
      }
    });
  }

  document.addEventListener('click', function (event) {
    var toggle = event.target.closest('[data-theme-toggle]');
    if (toggle) {
      toggleTheme();
    }
    var copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        copy.querySelector('[data-copied]').textContent = copy.querySelector('[data-copied]').dataset.copied;
      });
    }
    var show = event.target.closest('[data-shows]');
    if (show) {
      var field = document.getElementById(show.dataset.shows);
      field.type = field.type === 'password' ? 'text' : 'password';
      show.setAttribute('aria-pressed', field.type === 'text');
      show.querySelector('.pi').className = 'pi ' + (field.type === 'text' ? 'pi-eye-slash' : 'pi-eye');
    }
    var fill = event.target.closest('[data-fills]');
    if (fill) {
      Object.entries(JSON.parse(fill.dataset.fills)).forEach(function (entry) {
        document.getElementById(entry[0]).value = entry[1];
      });
      document.querySelectorAll('tr.hc-own').forEach(function (row) { row.classList.remove('hc-own'); });
      fill.closest('tr').classList.add('hc-own');
      document.getElementById(fill.dataset.then).focus();
    }
    if (event.target.closest('[data-again]')) {
      if (location.pathname.indexOf('/errors/') >= 0) {
        history.back();
      } else {
        location.reload();
      }
    }
    closeLists(event.target.closest('details[data-drop]'));
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      var open = document.querySelector('details[data-drop][open]');
      if (open) {
        open.open = false;
        open.querySelector('summary').focus();
      } else if (location.hash === '#menu') {
        location.hash = '#content';
      }
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
        && !event.target.closest('input, textarea, select, [contenteditable]')) {
      var search = document.querySelector('[data-shortcut="/"]');
      if (search && search.offsetParent) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
  });

  /** What PrimeFaces leaves out for screen readers. */
  function mend() {
    document.querySelectorAll('.ui-selectonebutton > .ui-button').forEach(function (button) {
      button.setAttribute('aria-checked', button.classList.contains('ui-state-active'));
    });
    document.querySelectorAll('.ui-fileupload-choose').forEach(function (button) {
      var file = button.querySelector('input[type="file"]');
      if (file && button.hasAttribute('tabindex')) {
        // one thing to focus, not two in each other
        file.setAttribute('aria-labelledby', button.getAttribute('aria-labelledby'));
        file.removeAttribute('aria-hidden');
        file.tabIndex = 0;
        button.removeAttribute('tabindex');
        button.removeAttribute('aria-labelledby');
      }
    });
    document.querySelectorAll('.ui-datepicker-trigger:not([aria-label])').forEach(function (button) {
      var label = document.querySelector('label[for="' + button.parentNode.querySelector('input').id + '"]');
      button.setAttribute('aria-label', label ? label.textContent : button.parentNode.querySelector('input').getAttribute('aria-label') || '');
    });
  }

  /** A refusal stands at the top of the page; whoever pressed the button further down must see it. */
  function showMessages() {
    var messages = document.getElementById('messages');
    if (messages && messages.firstElementChild && messages.getBoundingClientRect().top < 56) {
      messages.scrollIntoView({block: 'center'});
    }
  }

  var focused = '';

  document.addEventListener('focusin', function (event) {
    focused = event.target.id;
  });

  /** The button that was pressed is drawn anew, and the focus would fall to the start of the page: it goes to what refuses, to the step that opened, or back to the button. */
  function keepFocus(source, step) {
    var active = document.activeElement;
    var refusal = document.querySelector('#messages > *');
    var lost = !active || active === document.body || refusal && active.id === source && active.tagName === 'BUTTON';
    if (!lost || !source || source !== focused) {
      return;
    }
    var opened = document.querySelector('main [data-step]');
    var place = refusal ? refusal.parentNode : opened && opened.dataset.step !== step ? opened : document.getElementById(source);
    if (!place || place.disabled || !place.getClientRects().length) {
      place = document.querySelector('main h1');
    }
    if (place) {
      if (place.tabIndex < 0) {
        place.tabIndex = -1;
      }
      place.focus({preventScroll: place !== opened});
    }
  }

  function stepShown() {
    var opened = document.querySelector('main [data-step]');
    return opened ? opened.dataset.step : '';
  }

  /** What was done just now can be taken back from where it is told: the toast's act presses the page's own button. */
  function offerUndo() {
    var mark = document.querySelector('[data-undo]');
    var button = mark && document.getElementById(mark.dataset.undo);
    var toast = document.querySelector('.ui-growl-message');
    if (button && toast) {
      var act = document.createElement('button');
      act.type = 'button';
      act.className = 'hc-toast-act';
      act.textContent = mark.dataset.undoText;
      act.addEventListener('click', function () {
        act.disabled = true;
        button.click();
      });
      toast.appendChild(act);
    }
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('.ui-selectonebutton')) {
      setTimeout(mend);
    }
  });
  addEventListener('load', function () {
    mend();
    offerUndo();
    if (window.jQuery) {
      var step = stepShown();
      window.jQuery(document).on('pfAjaxSend', function () {
        step = stepShown();
      });
      window.jQuery(document).on('pfAjaxComplete', function (event, request, settings) {
        var source = settings && settings.source && (settings.source.id || settings.source);
        var before = step;
        setTimeout(function () {
          mend();
          keepFocus(source, before);
        });
        showMessages();
      });
    }
  });

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
  showTheme();
}());
