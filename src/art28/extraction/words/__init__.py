"""How words are sought in the reading text: statements, cues and concepts, in four languages, each only where it can stand."""
