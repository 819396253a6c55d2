"""An app that puts a channel which takes everything in the place of e-mail."""
