"""Files safely received and kept, and the papers, packs and letters that Cairn makes."""
