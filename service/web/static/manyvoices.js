import "./copy.js";
import "./dots.js";
import "./drop.js";
import "./preview.js";
