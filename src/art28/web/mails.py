"""The page that a mail is: its body framed as every mail of art28 looks, readable without pictures and on a telephone."""

from html import escape

_STYLE = (
    'body{margin:0;background:#f4f1ea;color:#1b2321;font:16px/1.5 "Segoe UI",-apple-system,Roboto,Arial,sans-serif}'
    "main{display:block;max-width:560px;margin:0 auto;padding:28px 24px;background:#fffdf8}"
    "h1{font-size:20px;line-height:1.3;margin:0 0 16px}"
    "h2{font-size:15px;margin:24px 0 4px}h2.late{color:#94271b}"
    "p{margin:0 0 14px}ul{list-style:none;margin:0 0 8px;padding:0}"
    "li{padding:9px 0;border-top:1px solid #e2ddd1}li b{font-weight:600}"
    "a{color:#12564f;overflow-wrap:anywhere}.quiet,footer{color:#56615d;font-size:14px}"
    ".code{font-size:26px;letter-spacing:.12em;font-weight:600}"
    "footer{border-top:1px solid #e2ddd1;margin-top:24px;padding-top:12px}footer p{margin:0 0 4px}"
)


def framed(body: str, *, title: str, language: str) -> str:
    """A whole page of `body`, which is HTML already; the title is escaped."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body><main>\n{body}\n</main></body></html>\n"
    )
