"""The head of a page that stands by itself: its styles are in it, so that it asks for nothing from the network."""

from importlib.resources import files


def head(title: str, language: str, *styles: str) -> str:
    """Everything up to the body, which it opens; `title` is escaped already, `styles` are files beside this one."""
    told = "".join(files("art28.cli").joinpath(name).read_text(encoding="utf-8") for name in ("page.css", *styles))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{told}</style></head><body>'
    )
