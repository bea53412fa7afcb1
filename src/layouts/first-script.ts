/**
 * The one script that runs before the first paint. Kept as one text, so that a content
 * security policy can name it by its hash. It tells the styles that there is script, sets
 * the theme (that of the browser's bars too) and the breaking of long code lines that the
 * reader chose, and while the page is being read closes each panel that is not to be seen,
 * so that the wrong one never shows and nothing moves later.
 *
 * Which panel is open: what the reader had open when coming back (history), what a
 * fragment leads to, the last choice in `?tabs=`, the last one kept, the first tab. The
 * form of choices is that of client/tab-choice.ts; roles come with client/tabs.ts.
 */
import { NAVIGATION_SCRIPT } from "./first-script-nav.ts";

const PARTS = [
  "(d=>{let c=[],s,h;d.classList.add('js');",
  "try{const l=localStorage,t=l.theme;if(t){d.dataset.theme=t;d.querySelectorAll('[name=theme-color]').forEach(m=>m.media=(m.dataset.media=m.media).includes(t)?'all':'not all')}if(l.wrap)d.classList.add('wrap-code');c=c.concat(JSON.parse(l.tabs||'[]'))}catch{}",
  "try{c=c.concat((new URLSearchParams(location.search).get('tabs')||'').split(','));",
  "s=(history.state||c).tabs;if(!s)s=[h=decodeURIComponent(location.hash)]}catch{s=[]}",
  "const q='.tabs>.panel',x=a=>a.getAttribute('href'),k=(g,e)=>g.dataset.sync+':'+e.dataset.key,",
  // Shows or closes the panel p, and tells its tabs.
  "f=p=>{const g=p.parentNode,t=[...g.children[0].children],",
  "r=t.map(a=>s.includes(x(a))?1/0:Math.max(c.lastIndexOf(a.dataset.key),c.lastIndexOf(k(g,a)))),",
  "o=t[r.indexOf(Math.max(...r))];",
  "t.map(a=>a.ariaSelected=a==o);p.hidden=x(o)=='#'+p.id?!1:'until-found'},",
  // Takes what has been parsed; the place of the fragment opens all panels around it.
  "w=new MutationObserver(m=>m.map(e=>e.addedNodes.forEach(n=>{if(n.matches){n.matches(q)&&f(n);",
  "if('#'+n.id==h){for(;n=n.closest(q);n=n.parentNode)s.push('#'+n.id),c.push(k(n.parentNode,n));",
  "d.querySelectorAll(q).forEach(f)}}})));",
  "w.observe(d,{childList:1,subtree:1});",
  "addEventListener('DOMContentLoaded',()=>w.disconnect())})(document.documentElement)",
];

/** The text of the script. */
export const FIRST_SCRIPT = `${PARTS.join("")};${NAVIGATION_SCRIPT}`;
