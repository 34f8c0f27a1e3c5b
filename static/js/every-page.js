// What every page loads: one behaviour a file, joined into one when served (config/joining.py).
import "./ahead.js";
import "./autogrow.js";
import "./copy.js";
import "./share.js";
import "./focus-invalid.js";
import "./keys.js";
import "./menus.js";
import "./offline.js";
import "./once.js";
import "./palette.js";
import "./put-back.js";
import "./timezone.js";
import "./writing.js";
