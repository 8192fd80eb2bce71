"""The npm package of the search box: it holds the script that Kloe serves, and its types fit how it is used."""

import json
import shutil
import subprocess
import tarfile
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

BOX, SCRIPT = ROOT / "box", ROOT / "app" / "pages" / "static" / "kloe-search.js"
USED_WELL = """
import "kloe-search";
import type { KloeSearchAttributes, KloeResult } from "kloe-search";

const given: KloeSearchAttributes = { src: "https://kloe.example.org", limit: "5", authority: "Devon" };
const box = document.createElement("kloe-search");
for (const [name, value] of Object.entries(given)) box.setAttribute(name, String(value));
box.addEventListener("kloe-choose", (event) => {
  const result: KloeResult = event.detail.result;
  const address: string = event.detail.url;
  console.log(result.reference, address);
});
document.querySelector("kloe-search")?.addEventListener("kloe-problem", (event) => console.error(event.detail.developer.length));
"""
USED_WRONGLY = """
import type { KloeSearchAttributes } from "kloe-search";
const given: KloeSearchAttributes = { limit: "many" };
document.createElement("kloe-search").addEventListener("kloe-choose", (event) => event.detail.nothing);
"""


def test_its_version_is_that_of_kloe() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert json.loads((BOX / "package.json").read_text(encoding="utf-8"))["version"] == project["version"]


def test_the_types_know_every_attribute_part_and_event() -> None:
    script, types = SCRIPT.read_text(encoding="utf-8"), (BOX / "kloe-search.d.ts").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in ("src", "label", "placeholder", "limit", "authority", "year", "kind"):
        assert f"  {name}?:" in types
        assert f"`{name}`" in page
    for event in ("kloe-choose", "kloe-problem"):
        assert f'"{event}"' in script
        assert f'"{event}"' in types
        assert f"`{event}`" in page
    for part in ("input", "status", "developer", "option", "source"):
        assert f'part: "{part}"' in script
        assert f"`{part}`" in page


@pytest.mark.skipif(not shutil.which("npm"), reason="npm is not installed")
def test_it_packs_the_script_that_kloe_serves(tmp_path: Path) -> None:
    for name in (
        "package.json",
        "build.js",
        "kloe-search.d.ts",
        "README.md",
    ):  # a copy, so that nothing is left in the tree
        (tmp_path / "box").mkdir(exist_ok=True)
        shutil.copy(BOX / name, tmp_path / "box")
    (tmp_path / "app" / "pages" / "static").mkdir(parents=True)
    shutil.copy(SCRIPT, tmp_path / "app" / "pages" / "static")
    shutil.copy(ROOT / "LICENSE", tmp_path)
    command = ["npm", "pack", "--offline", "--silent", "--cache", str(tmp_path / "cache")]
    subprocess.run(command, cwd=tmp_path / "box", check=True, capture_output=True, timeout=60)
    (packed,) = (tmp_path / "box").glob("*.tgz")
    with tarfile.open(packed) as files:
        names = set(files.getnames())
        script = files.extractfile("package/dist/kloe-search.js")
        assert script
        assert script.read() == SCRIPT.read_bytes()
    assert names == {
        f"package/{name}"
        for name in ("package.json", "README.md", "kloe-search.d.ts", "dist/kloe-search.js", "dist/LICENSE")
    }


@pytest.mark.skipif(not shutil.which("tsc"), reason="TypeScript is not installed")
@pytest.mark.parametrize(("code", "faults"), [(USED_WELL, 0), (USED_WRONGLY, 2)])
def test_typescript_takes_what_is_right_and_refuses_what_is_wrong(tmp_path: Path, code: str, faults: int) -> None:
    package = tmp_path / "node_modules" / "kloe-search"
    package.mkdir(parents=True)
    for name in ("package.json", "kloe-search.d.ts"):
        shutil.copy(BOX / name, package)
    (tmp_path / "use.ts").write_text(code)
    options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom,dom.iterable"]
    told = subprocess.run(
        ["tsc", *options, "use.ts"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert told.stdout.count("error TS") == faults, told.stdout
