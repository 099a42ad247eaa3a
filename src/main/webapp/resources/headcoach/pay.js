// The slider of "what if" and its field say the same: moving one asks anew, and what a button changes moves the slider.
(() => {
  "use strict";
  const field = slide => document.getElementById(slide.dataset.paySlide);

  document.addEventListener("change", event => {
    if (event.target.matches("[data-pay-slide]")) {
      const by = field(event.target);
      by.value = event.target.value;
      by.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    if (window.jQuery) {
      window.jQuery(document).on("pfAjaxComplete", () => document.querySelectorAll("[data-pay-slide]").forEach(slide => {
        slide.value = field(slide).value;
      }));
    }
  });
})();
