#!/usr/bin/env python3
"""Score a timeline JSON against a standoff gold annotation.

usage: score.py GOLD.json TIMELINE.json [--aliases ALIASES.json] [--list]

A gold mention is a character span (the words that name the event) in one article; a system mention is its trigger span. Two match when their spans overlap in the same article, one to one. Offsets count code points.

Reported
  mentions   precision, recall, F1 of the triggers found (gold events marked optional count neither way)
  timeline   CEAF-e F1 (Luo 2005, phi4) over whole timelines, missing and spurious events included: the headline figure
  coref      B-cubed F1 over the matched mentions; cross = F1 of the same-event links between different articles
  when       on matched mentions of dated gold events: exact = same earliest and latest day; overlap = mean Jaccard of days
  kind, status   accuracy on matched mentions
  actors     micro F1 of the participants of aligned events; roles = the same with the role
  said by    micro F1 of the attributed speakers/agencies on matched mentions
  figures    recall of the gold figures in aligned events
Only the standard library is used.
"""

import argparse, datetime as dt, itertools, json, os, re, sys, unicodedata
from collections import Counter, defaultdict


def norm(s):
    s = unicodedata.normalize("NFKD", s or "").encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", " ", s).strip()


def f1(tp, n_sys, n_gold):
    p = tp / n_sys if n_sys else 0.0
    r = tp / n_gold if n_gold else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def day(s, default):
    return dt.date.fromisoformat(s) if s else default


def jaccard_days(a, b):
    lo, hi = dt.date(1900, 1, 1), dt.date(2100, 1, 1)

    def span(x):
        e, l = x
        if e and not l:
            return day(e, lo), day(e, lo) + dt.timedelta(365)
        if l and not e:
            return day(l, hi) - dt.timedelta(365), day(l, hi)
        return day(e, lo), day(l, hi)

    (a0, a1), (b0, b1) = span(a), span(b)
    inter = (min(a1, b1) - max(a0, b0)).days + 1
    union = (max(a1, b1) - min(a0, b0)).days + 1
    return max(0, inter) / union


def assign(weights):
    """Maximum-weight one-to-one assignment. weights: {(g, s): w > 0}. Hungarian per connected component."""
    adj = defaultdict(set)
    for g, s in weights:
        adj["g", g].add(("s", s))
        adj["s", s].add(("g", g))
    seen, pairs = set(), []
    for start in list(adj):
        if start in seen:
            continue
        comp, stack = [], [start]
        seen.add(start)
        while stack:
            v = stack.pop()
            comp.append(v)
            for w in adj[v] - seen:
                seen.add(w)
                stack.append(w)
        gs = [v[1] for v in comp if v[0] == "g"]
        ss = [v[1] for v in comp if v[0] == "s"]
        pairs += hungarian(gs, ss, weights)
    return pairs


def hungarian(gs, ss, weights):
    n = max(len(gs), len(ss))
    INF = 1e18
    cost = [
        [-(weights.get((gs[i], ss[j]), 0) if i < len(gs) and j < len(ss) else 0) for j in range(n)] for i in range(n)
    ]
    u, v, p, way = [0] * (n + 1), [0] * (n + 1), [0] * (n + 1), [0] * (n + 1)
    for i in range(1, n + 1):
        p[0] = i
        j0 = 0
        minv = [INF] * (n + 1)
        used = [False] * (n + 1)
        while True:
            used[j0] = True
            i0 = p[j0]
            delta = INF
            j1 = 0
            for j in range(1, n + 1):
                if not used[j]:
                    cur = cost[i0 - 1][j - 1] - u[i0] - v[j]
                    if cur < minv[j]:
                        minv[j] = cur
                        way[j] = j0
                    if minv[j] < delta:
                        delta = minv[j]
                        j1 = j
            for j in range(n + 1):
                if used[j]:
                    u[p[j]] += delta
                    v[j] -= delta
                else:
                    minv[j] -= delta
            j0 = j1
            if p[j0] == 0:
                break
        while j0:
            j1 = way[j0]
            p[j0] = p[j1]
            j0 = j1
    return [
        (gs[p[j] - 1], ss[j - 1])
        for j in range(1, n + 1)
        if p[j] <= len(gs) and j <= len(ss) and (gs[p[j] - 1], ss[j - 1]) in weights
    ]


# The kinds of the gold guideline, and which of a system's kinds count as right. Extend ALIASES["kinds"] to map your own names.
def load_system(path, articles):
    t = json.load(open(path, encoding="utf-8"))
    by_base = {os.path.basename(a.get("file") or a["id"] + ".txt"): a["id"] for a in articles}
    src = {}
    for s in t["sources"]:
        base = os.path.basename(s.get("location") or s.get("url") or s["id"])
        src[s["id"]] = by_base.get(base) or by_base.get(base + ".txt")
    actors = {
        a["id"]: {norm(a.get("name"))}
        | {norm(x) for x in a.get("names", [])}
        | ({a["wikidata"]} if a.get("wikidata") else set())
        for a in t.get("actors", [])
    }
    events, mentions = {}, []
    for e in t["events"]:
        events[e["id"]] = e
        for r in e["mentions"]:
            art = src.get(r["source"])
            if art is None:
                continue
            said = [x["actor"] if isinstance(x, dict) else x for x in r.get("attribution", [])]
            mentions.append(
                dict(
                    event=e["id"],
                    article=art,
                    start=r["trigger"]["start"],
                    end=r["trigger"]["end"],
                    attribution=said,
                    text=r["trigger"].get("text", "") + " | " + (r.get("passage") or {}).get("text", "")[:80],
                )
            )
    return events, mentions, actors


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold")
    ap.add_argument("timeline")
    ap.add_argument("--aliases")
    ap.add_argument("--list", action="store_true")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    gold = json.load(open(a.gold, encoding="utf-8"))
    alias = json.load(open(a.aliases, encoding="utf-8")) if a.aliases else {}
    names = {
        k: {norm(k)} | {norm(x) for x in v} | {x for x in v if re.fullmatch(r"Q\d+", x)}
        for k, v in alias.get("actors", {}).items()
    }
    kinds = {k: set(v) | {k} for k, v in alias.get("kinds", {}).items()}
    events, sysm, actors = load_system(a.timeline, gold["articles"])
    G = {e["id"]: e for e in gold["events"]}
    goldm = [
        dict(
            event=e["id"],
            optional=e.get("optional", False) or m.get("optional", False),
            **{k: m.get(k) for k in ("article", "start", "end", "trigger", "attributed_to", "quote")},
        )
        for e in gold["events"]
        for m in e["mentions"]
    ]
    # one-to-one trigger matching by overlap
    w = {}
    by_art = defaultdict(list)
    for i, g in enumerate(goldm):
        by_art[g["article"]].append(i)
    for j, s in enumerate(sysm):
        for i in by_art[s["article"]]:
            o = min(goldm[i]["end"], s["end"]) - max(goldm[i]["start"], s["start"])
            if o > 0:
                w[i, j] = o + (0 if goldm[i]["optional"] else 0.5)
    pairs = assign(w)
    g2s = dict(pairs)
    s2g = {s: g for g, s in pairs}
    # a system mention that overlaps an optional gold mention counts neither way
    ignore = {j for (i, j) in w if goldm[i]["optional"] and (j not in s2g or goldm[s2g[j]]["optional"])}
    req = [i for i, g in enumerate(goldm) if not g["optional"]]
    tp = [(i, g2s[i]) for i in req if i in g2s]
    counted = [j for j in range(len(sysm)) if j not in ignore]
    P, R, F = f1(len(tp), len(counted), len(req))
    out = {"mentions": dict(p=P, r=R, f=F, gold=len(req), system=len(counted), matched=len(tp))}
    # timeline CEAF-e
    gsize = Counter(goldm[i]["event"] for i in req)
    ssize = Counter(sysm[j]["event"] for j in counted)
    inter = Counter((goldm[i]["event"], sysm[j]["event"]) for i, j in tp)
    phi = {k: 2 * n / (gsize[k[0]] + ssize[k[1]]) for k, n in inter.items()}
    aligned = assign(phi)
    tot = sum(phi[p] for p in aligned)
    out["timeline"] = dict(zip("prf", f1(tot, len(ssize), len(gsize))), gold=len(gsize), system=len(ssize))
    # B3 over matched mentions, and cross-article links end to end
    gc, sc = defaultdict(set), defaultdict(set)
    for i, j in tp:
        gc[goldm[i]["event"]].add(i)
        sc[sysm[j]["event"]].add(i)
    bp = br = 0.0
    for i, j in tp:
        A, B = gc[goldm[i]["event"]], sc[sysm[j]["event"]]
        bp += len(A & B) / len(B)
        br += len(A & B) / len(A)
    n = len(tp) or 1
    bp, br = bp / n, br / n

    def links(items):
        return {frozenset(x) for x in items}

    gl = links(
        (x, y)
        for e in gsize
        for x, y in itertools.combinations([i for i in req if goldm[i]["event"] == e], 2)
        if goldm[x]["article"] != goldm[y]["article"]
    )
    inv = {j: i for i, j in tp}
    sl, tpl = 0, 0
    bye = defaultdict(list)
    for j in counted:
        bye[sysm[j]["event"]].append(j)
    for js in bye.values():
        for x, y in itertools.combinations(js, 2):
            if sysm[x]["article"] != sysm[y]["article"]:
                sl += 1
                tpl += x in inv and y in inv and frozenset((inv[x], inv[y])) in gl
    out["coref"] = dict(
        b3_p=bp,
        b3_r=br,
        b3_f=(2 * bp * br / (bp + br) if bp + br else 0),
        **{"cross_" + k: v for k, v in zip("prf", f1(tpl, sl, len(gl)))},
    )
    # when, kind, status on matched mentions
    ex = ov = nd = ka = sa = 0
    kn = 0
    wrong = []
    for i, j in tp:
        ge, se = G[goldm[i]["event"]], events[sysm[j]["event"]]
        g = (ge.get("earliest"), ge.get("latest"))
        sw = se.get("when") or {}
        s = (sw.get("earliest"), sw.get("latest"))
        if any(g):
            nd += 1
            ex += g == s
            jd = jaccard_days(g, s) if any(s) else 0.0
            ov += jd
            if g != s:
                wrong.append(("when", goldm[i]["article"], goldm[i]["trigger"], g, s))
        kn += 1
        ok = se.get("kind") in kinds.get(ge["kind"], {ge["kind"]})
        ka += ok
        if not ok:
            wrong.append(("kind", goldm[i]["article"], goldm[i]["trigger"], ge["kind"], se.get("kind")))
        sa += se.get("status") == ge["status"]
        if se.get("status") != ge["status"]:
            wrong.append(("status", goldm[i]["article"], goldm[i]["trigger"], ge["status"], se.get("status")))
    out["when"] = dict(exact=ex / (nd or 1), overlap=ov / (nd or 1), n=nd)
    out["kind"] = ka / (kn or 1)
    out["status"] = sa / (kn or 1)

    # participants of aligned events
    def same(goldname, actor_id):
        al = names.get(goldname, {norm(goldname)})
        sysn = actors.get(actor_id, {norm(actor_id)})
        return bool(al & sysn)

    at = ag = as_ = rt = 0
    for ge, se in aligned:
        ga = G[ge]["actors"]
        sp = events[se].get("participants", [])
        ag += len(ga)
        as_ += len({p["actor"] for p in sp})
        used = set()
        for x in ga:
            hit = next((p for p in sp if p["actor"] not in used and same(x["name"], p["actor"])), None)
            if hit:
                used.add(hit["actor"])
                at += 1
                rt += hit.get("role") == x["role"]
            else:
                wrong.append(("actor", ge, x["name"], "|", [p["actor"] for p in sp]))
    out["actors"] = dict(zip("prf", f1(at, as_, ag)))
    out["actors"]["role_f"] = f1(rt, as_, ag)[2]
    # attribution
    bt = bg = bs = 0
    for i, j in tp:
        ga = goldm[i]["attributed_to"] or []
        sa_ = sysm[j]["attribution"]
        bg += len(ga)
        bs += len(sa_)
        used = set()
        for x in ga:
            toks = {t for t in norm(x).split() if len(t) > 2}
            for k, y in enumerate(sa_):
                pool = {t for nm in actors.get(y, {norm(y)}) for t in nm.split()}
                if k not in used and (toks & pool or any(norm(z) in actors.get(y, set()) for z in names.get(x, ()))):
                    used.add(k)
                    bt += 1
                    break
            else:
                wrong.append(("said by", goldm[i]["article"], goldm[i]["trigger"], x, sa_))
    out["said_by"] = dict(zip("prf", f1(bt, bs, bg)))
    fg = ft = 0
    for ge, se in aligned:
        vals = [(f.get("low"), f.get("high"), f.get("value")) for f in events[se].get("figures", [])]
        for x in G[ge]["figures"]:
            fg += 1
            ft += any(
                v == x["value"] or (lo is not None and lo <= x["value"] <= (hi if hi is not None else x["value"]))
                for lo, hi, v in vals
            )
    out["figures"] = dict(recall=ft / (fg or 1), n=fg)
    if a.json:
        print(json.dumps(out, indent=1))
        return
    if a.list:
        print("missed:")
        [
            print("  ", g["article"], g["event"], repr(g["trigger"]), "|", g["quote"][:90])
            for i, g in enumerate(goldm)
            if not g["optional"] and i not in g2s
        ]
        print("spurious:")
        [
            print("  ", sysm[j]["article"], sysm[j]["start"], sysm[j]["event"], "|", sysm[j]["text"][:90])
            for j in counted
            if j not in s2g
        ]
        print("wrong:")
        [print("  ", *x) for x in wrong]
    m, t, c, wn = out["mentions"], out["timeline"], out["coref"], out["when"]
    print(
        f"mentions  P {m['p']:.2f} R {m['r']:.2f} F {m['f']:.2f}  ({m['matched']} of {m['gold']} gold, {m['system']} system)"
    )
    print(f"timeline  P {t['p']:.2f} R {t['r']:.2f} F {t['f']:.2f}  ({t['system']} system events, {t['gold']} gold)")
    print(
        f"coref     B3 {c['b3_f']:.2f} (P {c['b3_p']:.2f} R {c['b3_r']:.2f})  cross-article links P {c['cross_p']:.2f} R {c['cross_r']:.2f} F {c['cross_f']:.2f}"
    )
    print(
        f"when      exact {wn['exact']:.2f} overlap {wn['overlap']:.2f} (n={wn['n']})   kind {out['kind']:.2f}   status {out['status']:.2f}"
    )
    x = out["actors"]
    y = out["said_by"]
    print(
        f"actors    P {x['p']:.2f} R {x['r']:.2f} F {x['f']:.2f}, with role F {x['role_f']:.2f}   said by P {y['p']:.2f} R {y['r']:.2f} F {y['f']:.2f}   figures R {out['figures']['recall']:.2f} (n={out['figures']['n']})"
    )


if __name__ == "__main__":
    main()
