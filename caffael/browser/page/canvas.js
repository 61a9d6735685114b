// Draws what the stand-in for pygame asks for. A surface is a number: 0 is the board itself, every other one a canvas of its own.
// One call is one drawing; colours come as CSS, places as whole pixels.

import { drawSvg } from "./svg.js";

const SUBTRACT = 1, CUT = 2; // how a surface is laid on another; 0 is over it
const MEASURED = 20000;
const COARSE = 5; // pixels: a wider blur is made on a smaller picture

const surfaces = new Map();
const widths = new Map();
let next = 1;
let shared = null; // for measuring

function put(canvas, opaque) {
  const pen = canvas.getContext("2d", { alpha: !opaque });
  pen.save();
  const id = next++;
  surfaces.set(id, { canvas, pen });
  return id;
}

function made(width, height) {
  return new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
}

// The board

export function setScreen(canvas) {
  const pen = canvas.getContext("2d", { alpha: false });
  pen.save();
  surfaces.set(0, { canvas, pen });
}

export function resize(width, height) {
  const { canvas, pen } = surfaces.get(0);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    pen.save();
  }
}

export function count() {
  return surfaces.size;
}

// Surfaces

export function make(width, height, opaque) {
  const id = put(made(width, height), opaque);
  return id;
}

export function drop(id) {
  const gone = surfaces.get(id);
  if (gone !== undefined && id !== 0) {
    gone.canvas.width = gone.canvas.height = 0; // Safari keeps the memory of a canvas until it is small
    surfaces.delete(id);
  }
}

export function blit(to, from, x, y, sx, sy, width, height, alpha, mode) {
  const { pen } = surfaces.get(to), { canvas } = surfaces.get(from);
  if (alpha < 255) pen.globalAlpha = alpha / 255;
  if (mode === SUBTRACT) {
    pen.globalCompositeOperation = "difference";
  } else if (mode === CUT) {
    pen.save();
    pen.beginPath();
    pen.rect(x, y, width, height);
    pen.clip();
    pen.globalCompositeOperation = "destination-in";
  }
  pen.drawImage(canvas, sx, sy, width, height, x, y, width, height);
  if (mode === CUT) pen.restore();
  else if (mode === SUBTRACT) pen.globalCompositeOperation = "source-over";
  if (alpha < 255) pen.globalAlpha = 1;
}

export function fill(to, colour, x, y, width, height, clear) {
  const { pen } = surfaces.get(to);
  if (clear) pen.clearRect(x, y, width, height);
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}

// Many small rectangles at once: colours in a list, then four numbers for each, x y width height.
export function fills(to, colours, boxes) {
  const { pen } = surfaces.get(to);
  for (let i = 0; i < colours.length; i++) {
    pen.fillStyle = colours[i];
    pen.fillRect(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
  }
}

export function clip(to, x, y, width, height) {
  const { pen } = surfaces.get(to);
  pen.restore();
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
}

export function unclip(to) {
  const { pen } = surfaces.get(to);
  pen.restore();
  pen.save();
}

// Shapes

export function rounded(to, colour, x, y, width, height, radius) {
  const { pen } = surfaces.get(to);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  pen.fill();
}

export function lines(to, colour, points) {
  const { pen } = surfaces.get(to);
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(points[0] + 0.5, points[1] + 0.5);
  for (let i = 2; i < points.length; i += 2) pen.lineTo(points[i] + 0.5, points[i + 1] + 0.5);
  pen.stroke();
}

export function svg(source, width, height) {
  const id = put(made(width, height), false);
  drawSvg(surfaces.get(id).pen, source, width, height);
  return id;
}

// Letters

function font(name, size) {
  return `${size}px ${name}`;
}

function ruler() {
  if (shared === null) shared = made(1, 1).getContext("2d");
  return shared;
}

export function measure(words, name, size) {
  const key = `${size} ${name} ${words}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > MEASURED) widths.clear();
    const pen = ruler();
    pen.font = font(name, size);
    width = pen.measureText(words).width;
    widths.set(key, width);
  }
  return width;
}

// How far a typeface goes above and below its line, in pixels of a size.
export function ascent(name, size) {
  const pen = ruler();
  pen.font = font(name, size);
  return pen.measureText("x").fontBoundingBoxAscent;
}

export function descent(name, size) {
  const pen = ruler();
  pen.font = font(name, size);
  return pen.measureText("x").fontBoundingBoxDescent;
}

export function text(to, words, name, size, colour, x, y, fromRight, alpha) {
  const { pen } = surfaces.get(to);
  pen.font = font(name, size);
  pen.fillStyle = colour;
  pen.direction = fromRight ? "rtl" : "ltr";
  pen.textAlign = "left";
  if (alpha < 255) pen.globalAlpha = alpha / 255;
  pen.fillText(words, x, y);
  if (alpha < 255) pen.globalAlpha = 1;
}

// Whole pictures

export function stretch(to, from, sx, sy, width, height, x, y, toWidth, toHeight, smooth, alpha) {
  const { pen } = surfaces.get(to);
  let source = surfaces.get(from).canvas, w = width, h = height, left = sx, top = sy;
  while (smooth && w > 2 * toWidth && h > 2 * toHeight) { // by halves, or pixels between are never looked at
    const half = made(Math.ceil(w / 2), Math.ceil(h / 2));
    half.getContext("2d").drawImage(source, left, top, w, h, 0, 0, half.width, half.height);
    source = half;
    left = top = 0;
    w = half.width;
    h = half.height;
  }
  pen.imageSmoothingEnabled = smooth;
  if (alpha < 255) pen.globalAlpha = alpha / 255;
  pen.drawImage(source, left, top, w, h, x, y, toWidth, toHeight);
  if (alpha < 255) pen.globalAlpha = 1;
  pen.imageSmoothingEnabled = true;
}

export function blurred(from, spread) {
  const source = surfaces.get(from).canvas;
  const { width, height } = source;
  const part = Math.max(1, Math.floor(spread / COARSE));
  const small = made(Math.ceil(width / part), Math.ceil(height / part));
  const brush = small.getContext("2d", { willReadFrequently: true });
  brush.drawImage(source, 0, 0, small.width, small.height);
  const picture = brush.getImageData(0, 0, small.width, small.height);
  soften(picture, spread / part);
  brush.putImageData(picture, 0, 0);
  const id = put(made(width, height), false);
  const { pen } = surfaces.get(id);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(small, 0, 0, width, height);
  return id;
}

// Three running means, one after the other, are as good as a bell curve. Beyond its edge a picture goes on as it is there.
function soften(picture, spread) {
  const { width, height, data } = picture;
  const reach = Math.max(1, Math.round((Math.sqrt(4 * spread * spread + 1) - 1) / 2));
  const values = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 4) { // colours count as much as they are seen
    const seen = data[i + 3] / 255;
    values[i] = data[i] * seen;
    values[i + 1] = data[i + 1] * seen;
    values[i + 2] = data[i + 2] * seen;
    values[i + 3] = data[i + 3];
  }
  const line = new Float32Array(Math.max(width, height));
  for (let turn = 0; turn < 3; turn++) {
    for (let channel = 0; channel < 4; channel++) {
      for (let y = 0; y < height; y++) mean(values, line, 4 * y * width + channel, 4, width, reach);
      for (let x = 0; x < width; x++) mean(values, line, 4 * x + channel, 4 * width, height, reach);
    }
  }
  for (let i = 0; i < data.length; i += 4) {
    const seen = values[i + 3] / 255;
    if (seen > 0) {
      data[i] = values[i] / seen;
      data[i + 1] = values[i + 1] / seen;
      data[i + 2] = values[i + 2] / seen;
    }
    data[i + 3] = values[i + 3];
  }
}

function mean(values, line, start, step, many, reach) {
  const last = many - 1, first = values[start], end = values[start + step * last];
  let sum = (reach + 1) * first;
  for (let place = 1; place <= reach; place++) sum += place < last ? values[start + step * place] : end;
  const share = 1 / (2 * reach + 1);
  for (let place = 0; place < many; place++) {
    line[place] = sum * share;
    const ahead = place + reach + 1, behind = place - reach;
    sum += (ahead < last ? values[start + step * ahead] : end) - (behind > 0 ? values[start + step * behind] : first);
  }
  for (let place = 0; place < many; place++) values[start + step * place] = line[place];
}

// Bytes: four for each pixel, red green blue alpha.

export function pixels(id) {
  const { canvas, pen } = surfaces.get(id);
  return new Uint8Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
}

export function picture(width, height, bytes) {
  const id = put(made(width, height), false);
  surfaces.get(id).pen.putImageData(new ImageData(new Uint8ClampedArray(bytes), width, height), 0, 0);
  return id;
}
