"""The component tags by what they are for; `{% load look %}` brings all of them."""
