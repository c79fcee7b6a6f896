"""`lexicon list` and `lexicon explain`, and the page of the rules."""

from click.testing import CliRunner

from biasdiff import manual
from biasdiff.cli import main
from biasdiff.rules import RULES


def run(*words):
    return CliRunner().invoke(main, ["lexicon", *words])


def test_the_page_of_the_rules_is_up_to_date():
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(manual.lexicons()), "run `make rules`"


def test_the_list_names_every_rule_with_its_number_of_entries():
    shown = run("list").output
    assert all(rule in shown for rule in RULES)
    assert "unattributed_figure         -" in shown


def test_the_list_of_a_rule_names_its_entries():
    shown = run("list", "metaphor.machine").output.splitlines()
    assert any(line.startswith("propaganda-machine ") for line in shown)


def test_a_rule_without_entries_is_told():
    assert "no entries" in run("list", "repetition").output


def test_an_entry_is_explained_with_its_reason_and_tests():
    shown = run("explain", "valiant").output
    for part in ("Praises a person's courage", "severity 3 (strong)", "found:  The valiant", "silent: The comic"):
        assert part in shown


def test_every_rule_is_explained():
    known = manual.lexicons()
    for name, rule in RULES.items():
        shown = manual.explanation(name, known)
        assert rule.title in shown
        assert rule.literature in shown


def test_an_unknown_name_is_refused_with_a_near_one():
    shown = run("explain", "valiand")
    assert shown.exit_code == 2
    assert "did you mean 'valiant'?" in shown.output


def test_an_unknown_rule_is_refused():
    assert run("list", "eval.adjective").exit_code == 2


def test_an_entry_of_a_user_is_explained_too(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[lexicon]\nname = "own"\nlanguage = "en"\ncategory = "own"\ngroup = "wording"\nrule = "eval.adj"\nquestion = "Why?"\n'
        '[entry.salty]\nterms = ["salty tale"]\nseverity = 1\nrationale = "Judges a tale."\nsource = "own"\n'
        'hit = ["A salty tale was told."]\nmiss = ["The sea is salty."]\n',
        encoding="utf-8",
    )
    assert "Judges a tale." in run("explain", "salty", "--lexicon", str(own)).output
