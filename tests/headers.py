#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Names of the standard library that a header uses must come from what it includes, itself or through our own headers.
The precompiled sets would cover up what is missing. And a source includes the header of its own name first, so that
the header is compiled with nothing of ours before it."""
import os
import re
import subprocess
import sys

SOURCES = {
    "array": r"std::array\b",
    "cstdint": r"std::u?int(8|16|32|64)_t\b",
    "functional": r"std::function\b",
    "map": r"std::map\b",
    "memory": r"std::(unique|shared|weak)_ptr\b",
    "optional": r"std::optional\b",
    "set": r"std::set\b",
    "span": r"std::span\b",
    "string": r"std::string\b",
    "string_view": r"std::string_view\b",
    "unordered_map": r"std::unordered_map\b",
    "variant": r"std::variant\b",
    "vector": r"std::vector\b",
}


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.h"], capture_output=True, text=True)
    texts = {}
    for path in listed.stdout.split():
        try:
            with open(path, encoding="utf-8") as file:
                texts[path] = re.sub(r"//.*", "", file.read())
        except FileNotFoundError:
            pass  # removed, not yet committed
    seen = {}

    def reached(path, trail=()):
        if path not in seen:
            text = texts[path]
            found = set(re.findall(r"#include <([\w/.]+)>", text))
            for ours in re.findall(r'#include "([\w/.]+)"', text):
                if ours in texts and ours not in trail:
                    found |= reached(ours, trail + (path,))
            seen[path] = found
        return seen[path]

    missing = [
        f"{path} uses a name of <{header}> and does not include it"
        for path, text in sorted(texts.items())
        for header, pattern in SOURCES.items()
        if re.search(pattern, text) and header not in reached(path)
    ]
    for path in sorted(texts):
        source = path[:-1] + "cpp"
        if os.path.exists(source):
            with open(source, encoding="utf-8") as file:
                first = re.search(r'#include ["<]([\w/.]+)[">]', file.read())
            if not first or first.group(1) != path:
                missing.append(f"{source} does not include its own header first")
    print("\n".join(missing), end="\n" if missing else "")
    return 1 if missing else 0


sys.exit(main())
