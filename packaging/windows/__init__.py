"""Makes what is handed out for Windows: the installer and the folder for a stick. Needs no Windows itself."""
