/** Besides what stands at each element for mail programs that read no style sheet: dark mode and small screens. */
export const digestStyle = `
a.what:hover,a.link:hover{text-decoration:underline}
@media (prefers-color-scheme:dark){
.ground{background:#171412!important;color:#f5f5f4!important}
.sheet{background:#211d1a!important;border-color:#3b3531!important}
.item{border-color:#3b3531!important}
.quiet{color:#d0cac5!important}
.what,.link{color:#93c5fd!important}
.button{background:#93c5fd!important;color:#10193a!important}
.off{background:#2a2522!important;border-color:#fbbf24!important}
}
@media (max-width:480px){.inner{padding:22px 20px!important}.button{display:block!important;text-align:center}}
`;
