/**
 * The part of the first script that puts the navigation back as the reader left it on
 * the page before (src/client/nav.ts keeps it): branches open, scrolled to the same
 * place, the current entry in view. It acts as soon as the parser has made the
 * navigation, and scrolls in the frame that is painted first, so that nothing moves.
 */
export const NAVIGATION_SCRIPT = `(d=>{
let s;try{s=JSON.parse(sessionStorage.navigation)}catch{}
new MutationObserver((_,o)=>{
const n=d.getElementById("side");
if(!d.querySelector("main"))return;
o.disconnect();
if(!n)return;
if(s&&s.version===n.dataset.version)for(const[k,h]of s.open)for(const b of n.querySelectorAll("details"))if(b.dataset.key===k&&!b.open){
if(b.dataset.branch){b.querySelector("ul").outerHTML=h;delete b.dataset.branch}
b.open=true}
requestAnimationFrame(()=>{
if(s)n.scrollTop=s.top;
const c=n.querySelector("[aria-current=page]");
if(!c)return;
const a=c.getBoundingClientRect(),b=n.getBoundingClientRect();
if(a.top<b.top||a.bottom>b.bottom)n.scrollTop+=a.top-b.top-b.height/3})
}).observe(d,{childList:true,subtree:true})
})(document)`.replaceAll("\n", "");
