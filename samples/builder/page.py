"""HTML: a page with the agreement, or a site with a menu, a cookie banner and a footer around it."""

import html
from collections.abc import Iterable

from builder.source import Block, Number, Runs, Source, edition, sides


def html_inline(runs: Runs) -> str:
    out = ""
    for run in runs:
        text = html.escape(run.text, quote=False).replace("\n", "<br>\n")
        out += f"<strong>{text}</strong>" if run.bold else f"<em>{text}</em>" if run.italic else text
    return out


LIST_TYPES = {"alpha": "a", "roman": "i"}


def drawn_list(block: Block) -> bool:
    """Whether the browser can draw this block's number: letters and roman numbers with a full stop."""
    number = block.number
    if block.kind != "clause" or number is None:
        return False
    return number.form in LIST_TYPES and number.suffix == "." and not number.prefix


def html_table(block: Block) -> list[str]:
    out = ["<table>" if block.header else '<table class="plain">']
    if block.header:
        heads = "".join(f'<th scope="col">{html_inline(cell)}</th>' for cell in block.header)
        out.append(f"<thead><tr>{heads}</tr></thead>")
    rows = ("".join(f"<td>{html_inline(cell)}</td>" for cell in row) for row in block.rows)
    return [*out, "<tbody>", *(f"<tr>{row}</tr>" for row in rows), "</tbody>", "</table>"]


def html_block(block: Block) -> list[str]:
    """A block that is no list item."""
    text = html_inline(block.runs)
    if block.kind == "table":
        return html_table(block)
    if block.kind == "clause":
        style = f" level-{block.level}" if block.level else ""
        number = f'<span class="number">{html.escape(block.label.strip())}</span>'
        return [f'<p class="clause{style}">{number} {text}</p>']
    around = {
        "title": "<h1>{}</h1>",
        "heading": f"<h{block.level}>{{}}</h{block.level}>",
        "note": "<aside><p>{}</p></aside>",
        "para": "<p>{}</p>",
        "pagebreak": '<hr class="page">',
    }
    return [around[block.kind].format(html.escape(block.label, quote=False) + text)] if block.kind in around else []


def html_body(blocks: list[Block], *, lists: bool) -> list[str]:
    """The agreement itself. With `lists`, lettered points are an <ol> whose letters the browser draws."""
    out: list[str] = []
    open_list = ""
    last: Number | None = None
    for block in blocks:
        number = block.number if lists and drawn_list(block) else None
        wanted = "ul" if block.kind == "bullet" else "ol" if number else ""
        goes_on = wanted == open_list and (
            not number or (last and (last.form, last.values[0] + 1) == (number.form, number.values[0]))
        )
        if open_list and not (wanted and goes_on):
            out.append(f"</{open_list}>")
            open_list = ""
        if not wanted:
            out += html_block(block)
        else:
            if not open_list and number:
                start = f' start="{number.values[0]}"' if number.values[0] != 1 else ""
                out.append(f'<ol type="{LIST_TYPES[number.form]}"{start}>')
            elif not open_list:
                out.append("<ul>")
            open_list = wanted
            out.append(f"<li>{html_inline(block.runs)}</li>")
        last = number
    return [*out, f"</{open_list}>"] if open_list else out


PAGE_CSS = """
body { font: 16px/1.5 Georgia, serif; margin: 0; color: #222; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }
table.plain td { border: 0; padding-bottom: 1rem; }
.clause { padding-left: 3rem; text-indent: -3rem; }
.level-1 { margin-left: 2rem; }
.level-2 { margin-left: 4rem; }
aside { border-left: 4px solid #8aa; padding: .1rem 1rem; background: #f3f6f6; }
""".strip()

SITE_WORDS = {
    "nl": {
        "menu": ["Home", "Diensten", "Tarieven", "Over ons", "Contact", "Inloggen"],
        "skip": "Ga naar de inhoud",
        "cookie": "Wij gebruiken cookies om deze website goed te laten werken en om te meten hoe bezoekers hem gebruiken. "
        "Meer weten? Lees ons cookiebeleid.",
        "yes": "Alles accepteren",
        "no": "Alleen noodzakelijk",
        "here": "U bent hier:",
        "crumbs": ["Home", "Juridisch"],
        "news": "Op de hoogte blijven? Schrijf u in voor de nieuwsbrief.",
        "foot": ["Algemene voorwaarden", "Privacyverklaring", "Cookiebeleid", "Responsible disclosure"],
        "rights": "Alle rechten voorbehouden.",
        "top": "Terug naar boven",
    },
    "en": {
        "menu": ["Home", "Services", "Pricing", "About", "Contact", "Sign in"],
        "skip": "Skip to content",
        "cookie": "We use cookies to make this website work and to measure how it is used. Read our cookie policy.",
        "yes": "Accept all",
        "no": "Necessary only",
        "here": "You are here:",
        "crumbs": ["Home", "Legal"],
        "news": "Stay up to date: subscribe to our newsletter.",
        "foot": ["Terms and conditions", "Privacy statement", "Cookie policy", "Responsible disclosure"],
        "rights": "All rights reserved.",
        "top": "Back to top",
    },
}


def as_html(source: Source) -> str:
    language = source.meta.get("language", "nl")
    site = source.meta.get("html") == "site"
    title = html.escape(source.meta.get("title", source.name), quote=False)
    body = "\n".join(html_body(source.blocks, lists=site))
    if edition(source):
        body += f'\n<p class="edition">{html.escape(edition(source), quote=False)}</p>'
    head = f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
{PAGE_CSS}
</style>
</head>
<body>
"""
    if not site:
        return f"{head}<main>\n<article>\n{body}\n</article>\n</main>\n</body>\n</html>\n"
    words = SITE_WORDS[language]
    brand = html.escape(sides(source.meta.get("header", ""))[0] or source.name, quote=False)
    year = source.meta.get("date", "2024")[:4]

    def links(names: Iterable[str]) -> str:
        return "\n".join(f'<li><a href="#">{name}</a></li>' for name in names)

    crumbs = " &gt; ".join(f'<a href="#">{c}</a>' for c in words["crumbs"])
    return f"""{head}<a class="skip" href="#inhoud">{words["skip"]}</a>
<header>
<p class="brand"><a href="#">{brand}</a></p>
<nav aria-label="menu">
<ul>
{links(words["menu"])}
</ul>
</nav>
</header>
<div id="cookie-banner" class="cookie-consent" role="dialog" aria-label="cookies">
<p>{words["cookie"]}</p>
<button type="button">{words["yes"]}</button>
<button type="button">{words["no"]}</button>
</div>
<div class="breadcrumbs">{words["here"]} {crumbs} &gt; {title}</div>
<main id="inhoud">
<article>
{body}
</article>
</main>
<footer>
<p>{words["news"]}</p>
<ul>
{links(words["foot"])}
</ul>
<p>© {year} {brand}. {words["rights"]}</p>
<p><a href="#">{words["top"]}</a></p>
</footer>
<script>
for (const b of document.querySelectorAll("#cookie-banner button")) b.onclick = () => b.parentNode.remove();
</script>
</body>
</html>
"""
