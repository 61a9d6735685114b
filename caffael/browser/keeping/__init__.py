"""What a browser's tab keeps: the home folder, which lies in memory, is taken down in a journal in the browser's own storage."""
