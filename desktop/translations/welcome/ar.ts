<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>LanguagePage</name>
    <message>
        <source>Welcome to Sanduku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your language. You can change it later in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is encrypted with your passphrase. Four or five ordinary words are easy to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the passphrase protects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can open the library without the passphrase or the recovery key, not even we.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short: at least 8 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: a computer would find it within days. Add a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: it holds for years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: nobody will guess it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Keep the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this key opens the library. It is shown this once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I printed the key or wrote it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Sanduku is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the library is encrypted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I forgot the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
