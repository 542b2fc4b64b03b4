import { limits } from "@/platform/limits";

export type Backend = { readonly name: string; readonly host: string; readonly port: number };

export type ProxyPlan = {
  readonly bind: string;
  readonly bindTls: string;
  readonly webs: readonly Backend[];
  readonly realtimes: readonly Backend[];
  /** Where mail by SMTP comes in, and the name under which all its workers are found. */
  readonly mail?: { readonly bind: string; readonly workers: Backend; readonly count: number };
  /** Left out, the proxy takes as many as its host lets it open. */
  readonly connectionsMax?: number;
};

const seconds = (ms: number) => `${Math.ceil(ms / 1_000)}s`;
/** Parts of a form around the file itself, generously. */
const uploadBytesMax = limits.attachmentBytesMax + limits.requestBodyBytesMax;

const servers = (backends: readonly Backend[], more: (name: string) => string = () => "") =>
  backends.map(({ name, host, port }) => `  server ${name} ${host}:${port}${more(name)}`);

/**
 * The proxy's configuration (HAProxy 2.6 or newer). Pages and the API go to the web process with
 * the fewest connections, sockets stay with one realtime process by cookie.
 */
export function proxyConfiguration(plan: ProxyPlan): string {
  const { bind, bindTls, webs, realtimes, mail, connectionsMax } = plan;
  const socketsMax = limits.socketsPerServerMax;
  return `# Written by \`npm run generate\` from deploy/topology/proxy.ts: change it there.
#
# TLS: set TLS_CERTIFICATE to a file (or folder) with certificate and key, and the proxy serves
# HTTPS too and sends everybody there. Reload with \`haproxy -sf\`, which drops nobody.
global
${connectionsMax === undefined ? "" : `  maxconn ${connectionsMax}\n`}  log stdout format raw local0
  # Long-lived sockets do not keep an old process alive for ever after a reload.
  hard-stop-after ${seconds(limits.drainMsMax + limits.requestDeadlineMs)}
  ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
  ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
  ssl-default-bind-ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256

defaults
  mode http
  log global
  option httplog
  # A process that has just gone costs nobody an answer: the request goes to another one. Only what
  # never reached a process is repeated, so nothing is done twice.
  option redispatch
  retries 3
  retry-on conn-failure
  timeout connect 2s
  timeout client 75s
  timeout server 75s
  timeout http-request ${seconds(limits.headersWaitMsMax)}
  timeout http-keep-alive ${seconds(limits.keepAliveMs)}
  timeout queue 5s
  # Two pings of a socket and the patience for an answer fit in.
  timeout tunnel ${seconds(limits.socketPingIntervalMs * 2 + limits.socketPingTimeoutMs)}
  compression algo gzip
  compression type text/html text/css application/javascript application/json image/svg+xml

# A process that is not there yet, or has moved to another address, is found when it is.
resolvers host
  parse-resolv-conf
  hold valid 5s

frontend public
  bind ${bind}
.if defined(TLS_CERTIFICATE)
  bind ${bindTls} ssl crt "\${TLS_CERTIFICATE}" alpn h2,http/1.1
  http-request redirect scheme https code 308 unless { ssl_fc }
  http-response set-header strict-transport-security "max-age=31536000"
.endif
  # One id a request, ours and not a caller's: in this log, in the process's log and in its answer.
  unique-id-format %[uuid()]
  http-request del-header x-request-id
  http-request set-header x-request-id %[unique-id]
  http-response set-header x-request-id %[unique-id]
  log-format "%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %tsc %ac/%fc/%bc/%sc/%rc %sq/%bq %ID %HM %HPO"
  # Health, metrics and the autoscaler's figures stay inside.
  http-request deny deny_status 404 if { path_beg /health /metrics /internal }
  # A caller's word about its own address is worth nothing.
  http-request del-header x-forwarded-for
  http-request del-header forwarded
  option forwardfor
  http-request set-header x-forwarded-proto https if { ssl_fc }
  http-request set-header x-forwarded-proto http unless { ssl_fc }
  acl upload path_beg /files/
  http-request deny deny_status 413 if upload { req.hdr_val(content-length) gt ${uploadBytesMax} }
  http-request deny deny_status 413 if !upload { req.hdr_val(content-length) gt ${limits.requestBodyBytesMax} }
  use_backend realtime if { path_beg /socket.io/ }
  default_backend web

backend web
  balance leastconn
  option httpchk GET /health/ready
  http-check expect status 200
  # A process that drains says so in its health and is asked nothing new within two seconds.
  default-server check inter 1s fall 2 rise 1 slowstart 5s observe layer4 error-limit 3 on-error mark-down resolvers host init-addr last,libc,none
${servers(webs).join("\n")}

backend realtime
  balance leastconn
  cookie realtime insert indirect nocache httponly attr "SameSite=Lax"
  option httpchk GET /health/ready
  http-check expect status 200
  # A full server refuses with 403: the next try of that browser is free to reach another one.
  http-after-response set-header set-cookie "realtime=; Path=/; Max-Age=0" if { status 403 }
  default-server check inter 1s fall 2 rise 1 resolvers host init-addr last,libc,none
${servers(realtimes, (name) => ` cookie ${name} maxconn ${socketsMax + 500}`).join("\n")}
${mail === undefined ? "" : mailPart(mail)}`;
}

/** A connection of mail goes through as it is: whoever hands it over keeps the mail until a worker has it. */
function mailPart({ bind, workers, count }: NonNullable<ProxyPlan["mail"]>): string {
  const silence = seconds(limits.smtpSilenceMsMax);
  return `
frontend mail
  mode tcp
  option tcplog
  bind ${bind}
  timeout client ${silence}
  default_backend mail

backend mail
  mode tcp
  balance leastconn
  timeout server ${silence}
  default-server check inter 2s fall 2 rise 1 resolvers host init-addr last,libc,none
  server-template ${workers.name} ${count} ${workers.host}:${workers.port}
`;
}
