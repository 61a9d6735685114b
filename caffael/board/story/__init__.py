"""What pages that tell have in common.

pace    the pace of telling: a tree of widgets that can be woken
page    a page with a heading, room for what is told, and the buttons that hurry it
"""
