import { expect, it } from 'vitest';
import { routes } from '/work/main/src/contract/routes.ts';
import { openTestApp } from '/work/main/tests/support/an-app.ts';
import { z } from '/work/main/node_modules/zod';
import { testDialects } from '/work/main/tests/support/dialects.ts';
it.each(testDialects)('fuzz %s', async (d) => {
  const test = await openTestApp(d);
  const write = await test.token('write');
  const post = async (path: string, body: unknown, method = 'POST') => { const r = await test.http.request('/api/v1'+path, { method, headers: { authorization: 'Bearer '+write, 'content-type': 'application/json' }, body: JSON.stringify(body) }); return { status: r.status, body: await r.json() as any }; };
  const ids: string[] = [];
  for (const n of ['Ada Obi','Bo Ito']) ids.push((await post('/people', { name: n })).body.id);
  const circle = (await post('/circles', { name: 'Close', rhythmDays: 30 })).body.id;
  const touch = (await post('/touches', { people: [ids[0]], channel: 'email' })).body.id;
  const fact = (await post(`/people/${ids[0]}/facts`, { kind: 'family', text: 'x' })).body.id;
  const prom = (await post(`/people/${ids[0]}/promises`, { by: 'me', text: 'x' })).body.id;
  const rem = (await post(`/people/${ids[0]}/reminders`, { date: '2027-01-01', text: 'x' })).body.id;
  const idFor: Record<string,string> = { people: ids[0]!, circles: circle, touches: touch, facts: fact, promises: prom, reminders: rem, triage: ids[0]!, ties: 'nope', tokens: 'nope', imports: 'nope' };
  const hostile = { string: ['2027-02-31', '0000-00-00', '9999-12-31', 'a\0b', '💥\ud800', 'x'.repeat(60), '', ids[0], circle, touch, 'new', '2026-11-22T10:00:00Z', 'not an instant', '__proto__'], number: [0,1,-1,12,1e15,1.5], boolean: [true,false] };
  const rnd = (() => { let s = 42; return () => (s = (s*1103515245+12345) & 0x7fffffff) / 0x7fffffff; })();
  const pick = <T,>(a: readonly T[]) => a[Math.floor(rnd()*a.length)] as T;
  const gen = (j: any): unknown => { if (!j || typeof j !== 'object') return 'x'; if (j.const !== undefined) return j.const; if (j.enum) return pick(j.enum); if (j.anyOf) return gen(pick(j.anyOf)); if (j.type === 'object') { const o: any = {}; for (const [k,v] of Object.entries(j.properties ?? {})) if ((j.required ?? []).includes(k) || rnd()<0.6) o[k]=gen(v); return o; } if (j.type==='array') return Array.from({length: 1+Math.floor(rnd()*2)}, ()=>gen(j.items)); if (j.type==='integer'||j.type==='number') return pick(hostile.number); if (j.type==='boolean') return rnd()<.5; if (j.type==='null') return null; if (j.pattern?.includes('d{4}')) return pick(['2027-02-31','0000-00-00','9999-12-31','2026-11-20','2027-05-05','0001-01-01']); return pick(hostile.string); };
  const bad: Record<string, Set<string>> = {};
  const tally: Record<string, number> = {};
  for (const [name, route] of Object.entries(routes) as any) { if (!route.body || route.auth !== 'write' || name==='updateSettings' && false) continue; const schema = z.toJSONSchema(route.body); for (let i=0;i<60;i++) { const seg = route.path.split('/')[1]; const path = route.path.replace('{id}', idFor[seg] ?? 'nope'); const body = gen(schema); const before = test.logged.length; const r = await post(path, body, route.method.toUpperCase()); tally[r.status]=(tally[r.status]??0)+1; if (r.status >= 500) { const e = test.logged.slice(before).map(String).join('|').slice(0,160); (bad[name] ??= new Set()).add(e + '  <- ' + JSON.stringify(body).slice(0,160)); } } }
  // all gets still fine?
  for (const p of ['/today','/people','/people/'+ids[0],'/people/'+ids[1],'/circles','/triage','/history','/duplicates','/find?q=ada','/settings','/export','/export?format=ics','/export?format=vcard3','/export?format=csv']) { const before=test.logged.length; const r = await test.http.request('/api/v1'+p, { headers: { authorization: 'Bearer '+write } }); if (r.status>=500) (bad['GET '+p] ??= new Set()).add(test.logged.slice(before).map((e:any)=>e?.stack ?? String(e)).join('|').slice(0,500)); else await r.text().catch((e)=>{ (bad['GET '+p] ??= new Set()).add(String(e)); }); }
  console.log(tally); for (const [k,v] of Object.entries(bad)) console.log(k, v.size, [...v].slice(0,4).join('\n    '));
  await test.close();
}, 120000);
