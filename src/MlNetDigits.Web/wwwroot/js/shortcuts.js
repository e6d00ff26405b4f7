/** Undo and redo from anywhere on the page but its form fields. */
export function listenForShortcuts(drawing) {
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.("select, textarea, input:not([type=radio])"))
      return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey)
      drawing.undo();
    else if (key === "y" || (key === "z" && event.shiftKey))
      drawing.redo();
    else
      return;
    event.preventDefault();
  });
}
