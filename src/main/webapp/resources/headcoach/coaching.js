// The talk fills the screen that both look at; the browser's own key ends it.
document.addEventListener('click', function (event) {
  if (!event.target.closest('[data-fullscreen]')) {
    return;
  }
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    document.documentElement.requestFullscreen();
  }
});
