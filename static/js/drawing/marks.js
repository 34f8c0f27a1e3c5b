// What can be drawn: how each mark follows the pen, and how it is put on the paper. Ink on white, in
// every look of the page: the picture stays as it was drawn.
const INK = "#2d2721";
const WHITE = "#ffffff";
const WIDTHS = { thin: 2.5, thick: 6 };
const LETTERS = { thin: 18, thick: 28 };
const ERASER = 10; // as wide as so many pens
const HEAD = 0.45; // half the angle of an arrow's head

const stroke = {
  follow: (mark, at) => mark.points.push(at),
  draw(paper, { points, thickness }, width = WIDTHS[thickness]) {
    const [first, ...rest] = points;
    paper.lineWidth = width;
    paper.beginPath();
    paper.moveTo(first.x, first.y);
    // Through the middle between two points, so that the corners are round.
    rest.forEach((at, nth) => {
      const next = rest[nth + 1] ?? at;
      paper.quadraticCurveTo(at.x, at.y, (at.x + next.x) / 2, (at.y + next.y) / 2);
    });
    if (!rest.length) paper.lineTo(first.x, first.y);
    paper.stroke();
  },
};

// From where the pen came down to where it is by now.
const straight = (draw) => ({ follow: (mark, at) => (mark.points[1] = at), draw });

const kinds = {
  Pen: stroke,
  Eraser: {
    follow: stroke.follow,
    draw(paper, mark) {
      paper.strokeStyle = WHITE;
      stroke.draw(paper, mark, WIDTHS[mark.thickness] * ERASER);
    },
  },
  Box: straight((paper, { points: [from, to = from], thickness }) => {
    paper.lineWidth = WIDTHS[thickness];
    paper.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y);
  }),
  Arrow: straight((paper, { points: [from, to = from], thickness }) => {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const length = 9 + 3 * WIDTHS[thickness];
    paper.lineWidth = WIDTHS[thickness];
    paper.beginPath();
    paper.moveTo(from.x, from.y);
    paper.lineTo(to.x, to.y);
    for (const side of [-HEAD, HEAD]) {
      paper.moveTo(to.x, to.y);
      paper.lineTo(to.x - length * Math.cos(angle + side), to.y - length * Math.sin(angle + side));
    }
    paper.stroke();
  }),
  Words: {
    draw(paper, { points: [at], text, thickness }) {
      paper.font = `500 ${LETTERS[thickness]}px Figtree, sans-serif`;
      paper.fillText(text, at.x, at.y);
    },
  },
  Clear: {
    draw(paper) {
      paper.fillStyle = WHITE;
      paper.fillRect(0, 0, paper.canvas.width, paper.canvas.height);
    },
  },
};

export const height = (thickness) => LETTERS[thickness];

export const follow = (mark, at) => kinds[mark.kind].follow?.(mark, at);

export function draw(paper, mark) {
  Object.assign(paper, { strokeStyle: INK, fillStyle: INK, lineCap: "round", lineJoin: "round", textBaseline: "middle" });
  kinds[mark.kind].draw(paper, mark);
}
