"""From an article to what it reports: its mentions of happenings, with who, when, where, how many and who says so.

`reader` composes the parts. `analysis`, `dependencies`, `complements`, `syntax` and `phrases` read the parse; `actors`,
`places`, `figures` and `happenings` find what a sentence holds; `participants`, `dating` and `attribution` say what
belongs together; `references` and `gist` come last.
"""
