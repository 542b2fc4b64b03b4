import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusedAddress } from "./address";
import { refusedIp } from "./ip-address";

const reasonOf = (url: string) => refusedAddress(url)?.reason ?? "allowed";

const allowed = [
  "https://hooks.example.com/tickets?a=b#c",
  "http://example.com:8080/",
  "https://example.com:1/",
  "https://EXAMPLE.com.",
  "https://8.8.8.8/",
  "https://172.15.255.255/",
  "https://172.32.0.1/",
  "https://11.0.0.1/",
  "https://100.63.255.255/",
  "https://100.128.0.1/",
  "https://192.169.0.1/",
  "https://[2606:4700:4700::1111]/",
  "https://[::ffff:8.8.8.8]/",
  "https://[64:ff9b::8.8.8.8]/",
  "https://bücher.example/",
  "https://localhost.example.com/",
  "https://notlocalhost.com/",
  "https://internal.example.com/",
  "https://8.8.8.8.nip.io/",
  "https://nip.io/",
  "https://docs.sslip.io/",
];

const refusals: [reason: string, ...urls: string[]][] = [
  ["not_a_url", "", "example.com", "/hook", "https://", "https:///", "http://256.1.1.1/"],
  [
    "not_a_url",
    "http://1.2.3.4.5/",
    "http://[::1",
    "http://[fe80::1%25eth0]/",
    "http://[fe80::1%eth0]/",
  ],
  [
    "not_a_url",
    "http://ex\tample.com",
    "http:\\\\127.0.0.1\\",
    "http://a.com\\@127.0.0.1/",
    "http://a b.com/",
  ],
  [
    "scheme",
    "ftp://example.com/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "gopher://example.com/",
  ],
  [
    "scheme",
    "ws://example.com/",
    "data:text/plain,hi",
    "localhost:3000",
    "unix:/var/run/docker.sock",
  ],
  [
    "credentials",
    "https://user:secret@example.com/",
    "https://user@example.com/",
    "https://:p@example.com/",
  ],
  [
    "loopback",
    "http://127.0.0.1/",
    "http://127.255.255.254:3000/",
    "http://127.0.0.1./",
    "http://127.1/",
  ],
  [
    "loopback",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://0177.0.0.1/",
  ],
  [
    "loopback",
    "http://0x7f.0.0.1/",
    "http://0x7F.1/",
    "http://127.0.1/",
    "http://00000177.0.0.01/",
  ],
  ["loopback", "http://0/", "http://0.0.0.0/", "http://0.1.2.3/", "http://%31%32%37.0.0.1/"],
  [
    "loopback",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://127．0．0．1/",
  ],
  [
    "loopback",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[0000::0001]:80/",
  ],
  [
    "loopback",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]/",
  ],
  ["loopback", "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b::]/"],
  [
    "loopback",
    "http://localhost/",
    "http://LOCALHOST:8080/",
    "http://localhost./",
    "http://localhost../",
  ],
  [
    "loopback",
    "http://a.b.localhost/",
    "http://localhos%74/",
    "http://ｌｏｃａｌｈｏｓｔ/",
    "http://localhost.localdomain/",
  ],
  [
    "loopback",
    "http://localhost6.localdomain6/",
    "http://localhost4.localdomain4/",
    "http://8.8.8.8.127.0.0.1.nip.io/",
    "http://127.0.0.1.8.8.8.8.nip.io/",
    "http://127-0-0-1.local-ip.co/",
  ],
  [
    "private",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
  ],
  [
    "private",
    "http://0xa.0.0.1/",
    "http://167772161/",
    "http://100.64.0.1/",
    "http://[::ffff:192.168.0.1]/",
  ],
  [
    "private",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[fec0::1]/",
    "http://[64:ff9b::10.0.0.1]/",
  ],
  [
    "private",
    "http://printer.local/",
    "http://db.internal/",
    "http://db.internal./",
    "http://router.lan/",
  ],
  [
    "private",
    "http://redis:6379/",
    "http://api.default.svc/",
    "http://kubernetes.default.svc.cluster.local/",
  ],
  [
    "link_local",
    "http://169.254.1.1/",
    "http://[fe80::1]/",
    "http://[febf::1]/",
    "http://[::ffff:169.254.1.1]/",
  ],
  [
    "loopback",
    "http://127.0.0.1.nip.io/",
    "http://app.127-0-0-1.sslip.io/",
    "http://7f000001.nip.io/",
    "http://--1.sslip.io/",
  ],
  ["private", "http://app.192.168.1.1.nip.io/", "http://www-10-0-0-1.SSLIP.io./"],
  ["not_a_url", `http://${"a.".repeat(100_000)}example.com/`],
  [
    "metadata",
    "http://169-254-169-254.sslip.io/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://0xA9FEA9FE/",
  ],
  ["metadata", "http://[::ffff:a9fe:a9fe]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/"],
  [
    "metadata",
    "http://metadata.google.internal/",
    "http://METADATA.google.internal./",
    "http://168.63.129.16/",
  ],
  [
    "reserved",
    "http://192.0.2.1/",
    "http://198.51.100.1/",
    "http://203.0.113.1/",
    "http://198.18.0.1/",
  ],
  [
    "reserved",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://192.0.0.1/",
  ],
  [
    "reserved",
    "http://[::127.0.0.1]/",
    "http://[::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001::1]/",
  ],
  [
    "reserved",
    "http://[2001:db8::1]/",
    "http://[ff02::1]/",
    "http://[100::1]/",
    "http://[3fff::1]/",
  ],
  ["reserved", "http://[64:ff9b:1::a00:1]/", "http://[::ffff:0:127.0.0.1]/", "http://[5f00::1]/"],
];

describe("where webhooks may be sent", () => {
  test.each(allowed)("%s is the public's", (url) => expect(reasonOf(url)).toBe("allowed"));

  test.each(refusals.flatMap(([reason, ...urls]) => urls.map((url) => [url, reason])))(
    "%s is refused: %s",
    (url, reason) => expect(reasonOf(url)).toBe(reason),
  );

  test("an address is judged alike however its number is written", () => {
    const spellings = fc.constantFrom(
      ([a, b, c, d]: number[]) => `${a}.${b}.${c}.${d}`,
      ([a = 0, b = 0, c = 0, d = 0]: number[]) => String(((a * 256 + b) * 256 + c) * 256 + d),
      (parts: number[]) => parts.map((part) => `0x${part.toString(16)}`).join("."),
      (parts: number[]) => parts.map((part) => `0${part.toString(8)}`).join("."),
      ([a = 0, b = 0, c = 0, d = 0]: number[]) => `${a}.${b}.${c * 256 + d}`,
      ([a, b, c, d]: number[]) => `[::ffff:${a}.${b}.${c}.${d}]`,
      ([a, b, c, d]: number[]) => `[64:ff9b::${a}.${b}.${c}.${d}]`,
    );
    const part = fc.oneof(fc.constantFrom(0, 10, 127, 169, 172, 192, 254, 168), fc.nat(255));
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), spellings, (parts, spell) => {
        const plain = refusedIp(parts.join("."))?.reason ?? "allowed";
        expect(reasonOf(`http://${spell(parts)}/`)).toBe(plain);
      }),
    );
  });

  test("addresses that a resolver tells are judged with their zone and mapping", () => {
    expect(refusedIp("fe80::1%eth0")?.reason).toBe("link_local");
    expect(refusedIp("::ffff:10.1.2.3")?.reason).toBe("private");
    expect(refusedIp("nonsense")?.reason).toBe("not_a_url");
    expect(refusedIp("93.184.215.14")).toBeNull();
  });
});
