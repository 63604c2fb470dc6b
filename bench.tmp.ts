import { scanRecords } from './lib/core/trajectory/records'
import { parseRecord } from './lib/core/trajectory/parse'
import { findFormat } from './lib/core/trajectory/formats/registry'
import { readFileSync } from 'node:fs'
const root='/work/shared/data/'
for (const [f,name,c] of [['agentinstruct/db_538.json','agentinstruct',{kind:'array',at:null}],['agentinstruct/alfworld_336_rolecontent.json','agentinstruct',{kind:'array',at:null}],['intercode/results/sql/gpt-4/ic_sql_multiturn_gpt-4_10_turns.json','intercode',{kind:'object',at:null}],['tau_bench/gpt-4o-airline.json','tau-bench',{kind:'array',at:null}]] as any){
 const b=new Uint8Array(readFileSync(root+f)); const s=scanRecords(c); const recs=[...s.push(b),...s.end()]; const format=findFormat(name)!
 const ctx={sourceName:f,ordinal:0,key:null,header:{},task:null}
 const all=[] as any[]
 for(let k=0;k<4;k++){ const t=performance.now(); let n=0,by=0; for(let q=0;q<3;q++) for(const r of recs){ const p=parseRecord(format,r.bytes,ctx); n+=p.length; by+=r.length; if(k===0&&q===0) all.push(...p)}; if(k==3) console.log(f,(n/(performance.now()-t)*1e3).toFixed(0),'rec/s',(by/1e3/(performance.now()-t)).toFixed(0),'MB/s')}
 const lines=all.map(p=>new TextEncoder().encode(JSON.stringify({format:'assay/1',...p}))); const a=findFormat('assay')!
 for(let k=0;k<4;k++){ const t=performance.now(); let n=0,by=0; for(let q=0;q<3;q++) for(const l of lines){ n+=parseRecord(a,l,ctx).length; by+=l.length}; if(k==3) console.log('  as assay',(n/(performance.now()-t)*1e3).toFixed(0),'rec/s',(by/1e3/(performance.now()-t)).toFixed(0),'MB/s')}
}
