"""Passwords in use are hashed so that guessing takes long, for which tests themselves have no time."""

import os
import subprocess
import sys

import pytest
from argon2 import Type, extract_parameters
from django.contrib.auth.hashers import check_password, make_password

PASSWORD = "zeven-warme-wanten-drogen"
_MAKING = f"""
import django
django.setup()
from django.contrib.auth.hashers import make_password
print(make_password({PASSWORD!r}))
"""


@pytest.fixture(scope="module")
def in_use() -> str:
    told = {**os.environ, "DJANGO_SETTINGS_MODULE": "art28.web.settings"}
    done = subprocess.run([sys.executable, "-c", _MAKING], env=told, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_password_costs_whoever_guesses_it_time_and_memory(in_use: str) -> None:
    made = extract_parameters(in_use.removeprefix("argon2"))
    assert made.type is Type.ID
    assert made.time_cost >= 2
    assert made.memory_cost >= 19_456


def test_tests_hash_and_know_passwords_in_the_same_way(in_use: str) -> None:
    assert check_password(PASSWORD, in_use)
    assert not check_password(PASSWORD + "!", in_use)
    assert make_password(PASSWORD).rpartition("$m=")[0] == in_use.rpartition("$m=")[0]
