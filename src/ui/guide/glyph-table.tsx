import {
  HealthGlyph,
  healthWords,
  PriorityGlyph,
  SlaGlyph,
  StatusGlyph,
  statusWords,
} from "@/ui/glyphs";
import { Row, Section } from "./section";

const statuses = ["open", "pending", "on_hold", "resolved", "closed"] as const;
const healths = ["ok", "warning", "critical", "unknown"] as const;

export function GlyphTable() {
  return (
    <Section title="State is shape, word and colour">
      <Row>
        {statuses.map((status) => (
          <StatusGlyph key={status} status={status} label className="text-ui" />
        ))}
      </Row>
      <Row>
        {statuses.map((status) => (
          <StatusGlyph key={status} status={status} snoozed />
        ))}
        <span className="text-ui">Snoozed {statusWords.pending}</span>
      </Row>
      <Row>
        {(["low", "medium", "high", "urgent"] as const).map((priority) => (
          <PriorityGlyph key={priority} priority={priority} label className="text-ui" />
        ))}
      </Row>
      <Row>
        <SlaGlyph state="running" share={0.9} label name="6 h 40 min" className="text-ui" />
        <SlaGlyph state="running" share={0.4} label name="1 h 12 min" className="text-ui" />
        <SlaGlyph state="at_risk" label name="14 min" className="text-ui text-warn" />
        <SlaGlyph state="breached" label name="22 min late" className="text-bad text-ui" />
        <SlaGlyph state="paused" label name="Paused" className="text-ui" />
        <SlaGlyph state="met" label name="Met" className="text-ui" />
      </Row>
      <Row>
        {healths.map((health) => (
          <HealthGlyph
            key={health}
            health={health}
            label
            name={`${healthWords[health]} since 13:58`}
            className="text-ui"
          />
        ))}
      </Row>
    </Section>
  );
}
