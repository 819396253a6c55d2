"""Lighthouse over the running system: what an old phone on a slow network gets, as measured."""
