// What the page uses of D3: dragging, the wheel and two fingers, as one transform.
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
