"""Which of our five languages a short text is written in; honest about not knowing.

Forms hold words and not sentences, so frequencies of letter groups mislead: what is counted here are words
and letters that belong to few of the languages. Without such evidence, or with as much for two languages, the
answer is "undetermined". The lists are our own: the commonest function words, and the words that forms, cards
and registers print.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

UNDETERMINED = "und"
"""BCP 47 code of a text whose language cannot be told."""

_WORDS: Mapping[str, str] = {
    "en": """
        the of and to in is was for that with as are be this by at from which not have has had were been
        their its it he she they his her you your we our on or an will shall may can if all any each other
        who what when where there please name first last date birth place sex address phone number signature
        household head total received amount page yes no male female age mother father child children camp
        district village registration card paid price cash thank market shop receipt patient clinic staff
        only consent
    """,
    "fr": """
        le la les des du de et est une un en dans pour que qui sur avec pas ne par au aux ce cette ces son
        sa ses leur leurs nous vous ils elles il elle être avoir sont été ont plus ou où mais comme tout
        tous je se si nom prénom prénoms date naissance lieu sexe adresse téléphone numéro signature ménage
        chef total reçu montant page oui non masculin féminin âge mère père enfant enfants camp village
        inscription carte fait prix mois année personne personnes distribution patient consentement veuillez
        nationalité
    """,
    "es": """
        el la los las de del y en que un una es por con para su sus al lo como más pero se no le les este
        esta estos estas ser son fue ha han sin sobre entre cuando muy también hasta desde donde quien todo
        todos nombre nombres apellido apellidos fecha nacimiento lugar sexo dirección teléfono número firma
        hogar jefe total recibido importe página sí hombre mujer edad madre padre niño niños pueblo registro
        tarjeta precio año mes día personas distribución paciente consentimiento nacionalidad
    """,
    "sw": """
        na ya wa kwa ni katika za la cha vya kama hii hiyo huo hizo huu hao hawa yake wake zake lake yao wao
        wetu yetu kila mtu watu au pia bila baada kabla ili lakini sana kuwa si hakuna yeye wote haki ana
        jina majina tarehe kuzaliwa mahali jinsia anwani simu namba nambari sahihi saini kaya mkuu jumla
        kiasi ukurasa ndiyo hapana mume mke kiume kike umri mama baba mtoto watoto kambi kijiji wilaya mkoa
        usajili kadi bei mwezi mwaka siku mgonjwa zahanati kliniki idhini ridhaa familia shule chakula maji
        kilo taifa uraia
    """,
}

# Letters (with weight) that speak for a language when they come up in a Latin text.
_LETTERS: Mapping[str, str] = {
    "es": "ñ¿¡",
    "fr": "œçèêëîïôûùàâ",
}

_ENOUGH = 1.5
"""Evidence below this is none."""

_LEAD = 1.25
"""The best language needs this many times the evidence of the second."""

_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str, script: str) -> str:
    """Guess which of English, French, Spanish, Arabic and Swahili a text is in.

    Args:
        text: In logical order; a few words are enough if one of them is telling.
        script: ISO 15924 code of the text's script, as :func:`engine.language.script_of` gives it.

    Returns:
        A BCP 47 code, or ``und`` where the text does not tell.
    """
    if script == "Arab":
        return _arabic(text)
    if script != "Latn":
        return UNDETERMINED
    scores = dict.fromkeys(_WORDS, 0.0)
    text = unicodedata.normalize("NFC", text).lower()
    for word in _WORD.findall(text):
        owners = _owners().get(word, ())
        for language in owners:
            # A word that two languages share tells half; a longer one is less likely there by chance.
            scores[language] += min(len(word), 4) / 2 / len(owners) ** 2
    for language, letters in _LETTERS.items():
        scores[language] += sum(text.count(letter) for letter in letters)
    best, second = sorted(scores, key=lambda language: -scores[language])[:2]
    if scores[best] < _ENOUGH or scores[best] < _LEAD * scores[second]:
        return UNDETERMINED
    return best


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """Return for each word of the lists the languages that it belongs to."""
    owners: dict[str, tuple[str, ...]] = {}
    for language, words in _WORDS.items():
        for word in words.split():
            owners[word] = (*owners.get(word, ()), language)
    return owners


def _arabic(text: str) -> str:
    # Persian and Urdu use letters that Arabic lacks; their text is not Arabic, and we do not serve them.
    foreign = sum(letter in "پچژگٹڈڑںےۓہھ" for letter in text)
    letters = sum(letter.isalpha() for letter in text)
    return "ar" if letters >= 2 and foreign * 20 <= letters else UNDETERMINED
