"""A picture that an engine drew stands in a page as it is, and only if it can do nothing."""

import pytest
from django.template import Context, Template

SHOW = Template('{% load look %}{% drawing svg "Picture" after=words %}')


def shown(svg, words=""):
    return SHOW.render(Context({"svg": svg, "words": words}))


def test_a_drawing_stands_in_a_figure_with_what_it_shows_in_words():
    page = shown('<svg width="1"><title>on = style</title></svg>', "Two <entries>.")
    assert '<svg width="1"><title>on = style</title></svg>' in page
    assert 'aria-label="Picture"' in page
    assert "Two &lt;entries&gt;." in page
    assert "<figcaption" in shown("<svg ></svg>")


@pytest.mark.parametrize(
    "svg",
    [
        "<p>Text</p>",
        "<svg ><script>go()</script></svg>",
        "<svg ><style>a{}</style></svg>",
        '<svg style="color: red"></svg>',
        '<svg ><g onclick="go()"></g></svg>',
        "<svg ><foreignObject/></svg>",
    ],
)
def test_what_could_act_is_refused(svg):
    with pytest.raises(ValueError, match="without script and style"):
        shown(svg)
