// The tools: what each is called, what it does, its picture, and its key with Ctrl or ⌘.
import * as marks from "./marks.js";

const LINES = "M8 5h9M8 10h9M8 15h9";
export const EYE = "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 7.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z";
export const PENCIL = "M4 16l.7-3.2L13.2 4.3l2.5 2.5L7.2 15.3zM11.5 6l2.5 2.5";
export const TOOLS = [
  ["Bold", marks.bold, "M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z", "B"],
  ["Italic", marks.italic, "M9 4h5M6 16h5M11.5 4l-3 12", "I"],
  ["Quote", marks.quote, "M3 5h14M8 10h9M8 15h9M3.5 9.5v6"],
  ["List", marks.list, `${LINES}M3.5 5h.01M3.5 10h.01M3.5 15h.01`],
  ["Numbered list", marks.numbers, `${LINES}M2.5 4l1.2-.8V8M2.5 12.5c.3-1.5 2.4-1.2 2.1.3-.2.8-1.3 1.5-2.1 2.4h2.3`],
  ["Code", marks.code, "M6.5 6l-4 4l4 4M13.5 6l4 4l-4 4M11.2 4.5l-2.4 11"],
  ["Link", marks.link, "M8.5 11.5a3.2 3.2 0 0 0 4.5 0l2.8-2.8a3.2 3.2 0 0 0-4.5-4.5l-1 1M11.5 8.5a3.2 3.2 0 0 0-4.5 0l-2.8 2.8a3.2 3.2 0 0 0 4.5 4.5l1-1"],
];
