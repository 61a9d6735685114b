// Draws the pictures of the board: SVG of paths, polygons, lines, rectangles, circles and ellipses in groups, with presentation attributes
// and straight gradients. It is drawn at once; an <img> would come later.

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+\s*=\s*"[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*"([^"]*)"/g;
const TURN = /(matrix|translate|scale|rotate)\(([^)]*)\)/g;
const INHERITED = [
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-dasharray",
];

// Pictures as they were read, by their source: the board draws the same few hundred at many sizes. The oldest are let go.
const KEPT = 400;
const read = new Map();

function known(source) {
  let elements = read.get(source);
  if (elements === undefined) {
    elements = parse(source);
    if (read.size >= KEPT) read.delete(read.keys().next().value);
    read.set(source, elements);
  }
  return elements;
}

export function drawSvg(pen, source, width, height) {
  const elements = known(source);
  const root = elements[0];
  const [left, top, wide, high] = numbers(root.own.viewBox || `0 0 ${root.own.width} ${root.own.height}`);
  const factor = Math.min(width / wide, height / high);
  const gradients = {};
  let gradient = null;
  const groups = [{ look: {}, opacity: 1 }];
  pen.save();
  pen.scale(factor, factor);
  pen.translate(-left, -top);
  for (const element of elements) {
    const { name, own, closes, empty } = element;
    if (name === "defs") continue;
    if (name === "linearGradient") {
      if (!closes) gradients[own.id] = gradient = { own, stops: [] };
    } else if (name === "stop") {
      if (!closes) gradient.stops.push(own);
    } else if (name === "svg" || name === "g") {
      if (closes) {
        groups.pop();
        pen.restore();
      } else {
        const above = groups[groups.length - 1];
        pen.save();
        turn(pen, own.transform);
        groups.push({ look: inherit(above.look, own), opacity: above.opacity * number(own.opacity, 1) });
        if (empty) {
          groups.pop();
          pen.restore();
        }
      }
    } else if (!closes) {
      shape(pen, element, groups[groups.length - 1], gradients);
    }
  }
  pen.restore();
}

function parse(source) {
  const found = [];
  for (const [, closing, name, text, empty] of source.matchAll(TAG)) {
    const own = {};
    for (const [, key, value] of text.matchAll(ATTRIBUTE)) own[key] = value;
    found.push({ name, own, closes: closing === "/", empty: empty === "/" });
  }
  return found;
}

function numbers(text) {
  return (text.match(/-?[\d.]+(?:e-?\d+)?/g) || []).map(Number);
}

function number(text, otherwise) {
  return text === undefined ? otherwise : parseFloat(text);
}

function inherit(look, own) {
  const mine = { ...look };
  for (const key of INHERITED) if (own[key] !== undefined) mine[key] = own[key];
  return mine;
}

function turn(pen, text) {
  if (text === undefined) return;
  for (const [, kind, inner] of text.matchAll(TURN)) {
    const [a, b, c, d, e, f] = numbers(inner);
    if (kind === "matrix") pen.transform(a, b, c, d, e, f);
    else if (kind === "translate") pen.translate(a, b || 0);
    else if (kind === "scale") pen.scale(a, b === undefined ? a : b);
    else {
      pen.translate(b || 0, c || 0);
      pen.rotate((a * Math.PI) / 180);
      pen.translate(-(b || 0), -(c || 0));
    }
  }
}

function outline(name, own) {
  if (name === "path") return new Path2D(own.d);
  const path = new Path2D();
  if (name === "rect") {
    const rx = number(own.rx, number(own.ry, 0)), x = number(own.x, 0), y = number(own.y, 0);
    const width = number(own.width, 0), height = number(own.height, 0);
    if (rx > 0) path.roundRect(x, y, width, height, Math.min(rx, width / 2, height / 2));
    else path.rect(x, y, width, height);
  } else if (name === "circle") {
    path.arc(number(own.cx, 0), number(own.cy, 0), number(own.r, 0), 0, 2 * Math.PI);
  } else if (name === "ellipse") {
    path.ellipse(number(own.cx, 0), number(own.cy, 0), number(own.rx, 0), number(own.ry, 0), 0, 0, 2 * Math.PI);
  } else if (name === "line") {
    path.moveTo(number(own.x1, 0), number(own.y1, 0));
    path.lineTo(number(own.x2, 0), number(own.y2, 0));
  } else if (name === "polygon" || name === "polyline") {
    const at = numbers(own.points);
    for (let place = 0; place + 1 < at.length; place += 2) path.lineTo(at[place], at[place + 1]);
    if (name === "polygon") path.closePath();
  }
  return path;
}

function shape(pen, element, group, gradients) {
  const own = element.own;
  const look = inherit(group.look, own), opacity = group.opacity * number(own.opacity, 1);
  const path = (element.path ??= outline(element.name, own));
  const turned = own.transform !== undefined;
  if (turned) {
    pen.save();
    turn(pen, own.transform);
  }
  if (look.fill !== "none") {
    pen.globalAlpha = opacity * number(look["fill-opacity"], 1);
    pen.fillStyle = ink(pen, look.fill || "#000", gradients);
    pen.fill(path, look["fill-rule"] || "nonzero");
  }
  if (look.stroke !== undefined && look.stroke !== "none") {
    pen.globalAlpha = opacity * number(look["stroke-opacity"], 1);
    pen.strokeStyle = ink(pen, look.stroke, gradients);
    pen.lineWidth = number(look["stroke-width"], 1);
    pen.lineCap = look["stroke-linecap"] || "butt";
    pen.lineJoin = look["stroke-linejoin"] || "miter";
    pen.setLineDash(look["stroke-dasharray"] ? numbers(look["stroke-dasharray"]) : []);
    pen.stroke(path);
  }
  pen.globalAlpha = 1;
  if (turned) pen.restore();
}

// A colour, or a gradient whose ends are places of the picture.
function ink(pen, text, gradients) {
  const named = /^url\(#(.*)\)$/.exec(text);
  if (named === null) return text;
  const { own, stops } = gradients[named[1]];
  const blend = pen.createLinearGradient(number(own.x1, 0), number(own.y1, 0), number(own.x2, 0), number(own.y2, 0));
  for (const stop of stops) {
    const place = stop.offset.endsWith("%") ? parseFloat(stop.offset) / 100 : parseFloat(stop.offset);
    blend.addColorStop(place, stop["stop-color"]);
  }
  return blend;
}
