"""Checks what Kloe counts: sixty counting questions, with answers worked out from the published documents without Kloe.

In goes the folder with the documents and the checked list of grades; out comes a table of right, wrong and declined
answers.
"""
