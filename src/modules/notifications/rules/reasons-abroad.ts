import type { Reason } from "./reasons";

/** What happened, after the name of who did it; and why one is told: in the other languages of letters. */
export const reasonsAbroad: Readonly<
  Record<"de" | "es", Readonly<Record<Reason, { verb: string; why: string }>>>
> = {
  de: {
    mention: { verb: "hat Sie erwähnt", why: "Sie mit Namen erwähnt wurden" },
    breach: {
      verb: "sagt, dass eine zugesagte Zeit vorbei ist",
      why: "das Ticket Ihnen gehört, oder Ihrem Team und sonst niemandem",
    },
    risk: {
      verb: "warnt, dass eine zugesagte Zeit nahe ist",
      why: "das Ticket Ihnen gehört, oder Ihrem Team und sonst niemandem",
    },
    undelivered: {
      verb: "konnte eine Mail nicht zustellen",
      why: "Sie sie geschrieben haben oder das Ticket Ihnen gehört",
    },
    side: {
      verb: "hat neben dem Ticket geantwortet",
      why: "Sie gefragt haben oder das Ticket Ihnen gehört",
    },
    assigned: { verb: "hat es Ihnen zugewiesen", why: "das Ticket Ihnen gegeben wurde" },
    reply: { verb: "hat geschrieben", why: "das Ticket Ihnen gehört" },
    follow: { verb: "hat geschrieben", why: "Sie dem Ticket folgen" },
    returned: {
      verb: "hat es an Ihr Team zurückgegeben",
      why: "niemand mehr das Ticket hat und Ihr Team dafür da ist",
    },
    team: { verb: "hat es Ihrem Team gegeben", why: "Ihr Team für das Ticket da ist" },
    incident: { verb: "braucht jemanden", why: "Sie sich um die Installation kümmern" },
  },
  es: {
    mention: { verb: "le ha mencionado", why: "se le mencionó por su nombre" },
    breach: {
      verb: "dice que un plazo prometido ha pasado",
      why: "el ticket es suyo, o de su equipo y de nadie más",
    },
    risk: {
      verb: "avisa de que un plazo prometido está cerca",
      why: "el ticket es suyo, o de su equipo y de nadie más",
    },
    undelivered: {
      verb: "no pudo entregar un correo",
      why: "usted lo escribió o el ticket es suyo",
    },
    side: { verb: "ha respondido junto al ticket", why: "usted preguntó o el ticket es suyo" },
    assigned: { verb: "se lo ha asignado", why: "se le dio el ticket" },
    reply: { verb: "ha escrito", why: "el ticket es suyo" },
    follow: { verb: "ha escrito", why: "sigue el ticket" },
    returned: {
      verb: "lo ha devuelto a su equipo",
      why: "nadie tiene ya el ticket y es de su equipo",
    },
    team: { verb: "se lo ha dado a su equipo", why: "el ticket es de su equipo" },
    incident: { verb: "necesita a alguien", why: "usted se ocupa de la instalación" },
  },
};
