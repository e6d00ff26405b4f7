/** Takes pictures by paste, drop and file dialog. */
export function takePictures({ frame, button, input }, use) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });

  document.addEventListener("paste", event => {
    if (take(event.clipboardData?.files ?? []))
      event.preventDefault();
  });

  let depth = 0;
  const hover = on => frame.classList.toggle("sheet--target", on);
  document.addEventListener("dragenter", event => {
    event.preventDefault();
    hover(++depth > 0);
  });
  document.addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    hover(depth > 0);
  });
  document.addEventListener("dragover", event => event.preventDefault());
  document.addEventListener("drop", event => {
    event.preventDefault();
    depth = 0;
    hover(false);
    take(event.dataTransfer?.files ?? []);
  });

  function take(files) {
    if (files.length === 0)
      return false;
    use(files[0]);
    return true;
  }
}

/** Decodes a picture for the sheet; the browser may know fewer formats than the service, then there is only its name. */
export async function open(file) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  return { file, bitmap, name: file.name || "picture" };
}
