import { Announcer } from "./announcer.js";
import { Drawing } from "./drawing.js";
import { Feedback } from "./feedback.js";
import { drawByKeyboard } from "./keyboard.js";
import { LayersView } from "./layers.js";
import { Marks } from "./marks.js";
import { ModelChoice } from "./models.js";
import { open, takePictures } from "./pictures.js";
import { drawByPointer } from "./pointer.js";
import { Raster } from "./raster.js";
import { Reading } from "./reading.js";
import { Service } from "./service.js";
import { Sheet } from "./sheet.js";
import { listenForShortcuts } from "./shortcuts.js";
import { Theme } from "./theme.js";

const part = id => document.getElementById(id);
const service = new Service();
const drawing = new Drawing();
const theme = new Theme();
const announcer = new Announcer(part("announcer"));
const sheet = new Sheet(part("sheet"), drawing, theme);
const pen = {
  get width() {
    return Number(part("pens").querySelector(":checked").value);
  },
};
const feedback = new Feedback(part("feedback"), keep, announcer);
const reading = new Reading(service, drawing, theme, {
  root: part("reading"),
  raster: new Raster(part("raster"), theme),
  layers: new LayersView(part("layers"), part("layers-list"), theme),
  answers: part("answers"),
  template: part("answer-template"),
  numbers: part("numbers"),
  numberTemplate: part("number-template"),
  marks: new Marks(part("marks")),
  notice: part("notice"),
  announcer,
  feedback: { offer: digit => isFeedbackOn && feedback.offer(digit) },
});
let isFeedbackOn = false;
let mostBytes = Infinity;

drawByPointer(part("sheet"), drawing, pen);
drawByKeyboard(part("sheet"), sheet, drawing, pen, announcer);
listenForShortcuts(drawing);
takePictures({ frame: part("sheet-frame"), button: part("open"), input: part("file") }, use);
part("undo").addEventListener("click", () => drawing.undo());
part("redo").addEventListener("click", () => drawing.redo());
part("clear").addEventListener("click", () => drawing.clear());
drawing.addEventListener("change", showState);
showState();
start();

async function start() {
  try {
    const models = await service.models();
    isFeedbackOn = models.feedback;
    mostBytes = models.maximumBytes;
    const choice = new ModelChoice(part("models"), part("model"), part("rival"), models);
    choice.addEventListener("change", () => reading.use(choice.names));
    reading.use(choice.names);
    part("notice").hidden = true;
  } catch (error) {
    complain(error.message);
    if (error.delay !== null)
      setTimeout(start, error.delay);
  }
}

async function use(file) {
  if (file.size > mostBytes)
    complain(`${file.name} has ${megabytes(file.size)}; the service takes up to ${megabytes(mostBytes)}.`);
  else
    drawing.use(await open(file));
}

function keep(digit) {
  const { pixels, model } = reading.current;
  return service.feedback({ model, pixels, label: digit });
}

function complain(message) {
  part("notice").textContent = message;
  part("notice").hidden = false;
}

function showState() {
  part("undo").disabled = !drawing.canUndo;
  part("redo").disabled = !drawing.canRedo;
  part("clear").disabled = drawing.isBlank;
  const { picture, strokes } = drawing;
  part("hint").hidden = strokes.length > 0 || Boolean(picture?.bitmap);
  part("hint").textContent = picture ? picture.name : "Write here: one digit, or a number";
  part("sheet").setAttribute("aria-label", picture ? `Picture ${picture.name}` : `${strokes.length || "No"} ${strokes.length === 1 ? "stroke" : "strokes"}`);
}

function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
