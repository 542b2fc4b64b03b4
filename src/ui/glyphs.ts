export { type Health, HealthGlyph, healthWords } from "./glyphs/health-glyph";
export { type Priority, PriorityGlyph, priorityWords } from "./glyphs/priority-glyph";
export { SlaGlyph, type SlaState } from "./glyphs/sla-glyph";
export { type Status, StatusGlyph, statusWords } from "./glyphs/status-glyph";
