/// What happened with the other contacts in the west.

/// The columns are those of the stories of the most important customers in the east.
let storiesWest = """
    who | ago | what | deal | text | more
    klaus.mueller | 5 | call answered 7 | pumpset | Zuschlag fällt nächste Woche, wir sind zu zweit |
    | 16 | email | pumpset | Angebot in zwei Losen | fristgerecht eingereicht
    | 35 | call no-answer | pumpset | |
    | 49 | in interested 6 | pumpset | Ausschreibung über sechs Pumpen, Unterlagen kommen |
    sabine.mueller | 15 | call answered 9 | pumpset | Referenzen fehlen noch, bis Freitag nachreichen |
    | 28 | meeting 40 | pumpset | Fragen zur Ausschreibung | Los 2 braucht Edelstahl. Lieferzeit höchstens zehn Wochen.
    jonas.weiss | 27 | note | pumpset | Jonas zeichnet die Rohrleitung neu und möchte die 3D-Modelle der Pumpen. Kein
        Entscheider, aber Klaus hört auf ihn.
    anke.oekonom | 3 | call meeting-agreed 6 | valves | Vorführung am Telefon, sie holt drei Kollegen dazu |
    | 14 | call answered 8 | valves | Durchfluss wichtiger als Preis |
    | 28 | in interested 5 | valves | über die Webseite, sucht Ventile mit Stellungsregler |
    felix.brandt | 12 | email | valves | Kennlinien der Ventile | er vergleicht mit zwei anderen
    | 20 | call answered 10 | valves | Einbaulage waagrecht, Platz ist eng |
    nils.berg | 11 | in interested 8 | coolingloop | the turbine hall at Drammen gets too warm, wants a closed loop |
    | 40 | call answered 5 | | valves run well, sends regards from the crew |
    | 75 | call answered 4 | berg-valves | order for the valves is signed |
    | 93 | email | berg-valves | Tilbud ventiler | sendt med tegning
    | 112 | meeting 60 | berg-valves | Befaring Drammen | Tolv ventiler, to sitter fast. Ny styring må passe
        eksisterende skap.
    ingrid.solheim | 10 | call answered 6 | coolingloop | three quotes are needed above 300,000 kroner |
    | 74 | email | berg-valves | Order confirmation | she corrected the delivery address
    ivan.petrov | 20 | call answered 7 | | cylinders shipped from Sofia, one crate is late |
    | 48 | meeting 60 | | Workshop visit, Sofia | New honing machine since spring. He can make our brackets at half the
        price; asked for three samples.
    | 80 | in answered 5 | | asks whether we still need the old series |
    claire.duval | 10 | call answered 9 | fromage | deux caves d'abord, la troisième plus tard |
    | 23 | meeting 50 | fromage | Visite des caves | Humidité entre 88 et 97 pour cent, écart trop grand. Elle veut
        moins de cinq points d'écart et une alarme sur le téléphone.
    | 60 | call voicemail | | |
    mathieu.roche | 22 | call answered 6 | fromage | peut arrêter une cave pendant dix jours en février |
    yann.legoff | 21 | call answered 5 | loire-dose | appel d'offres perdu de peu, il regrette |
    | 42 | send | loire-dose | Offre dosage chlore | déposée en mairie
    | 60 | meeting 45 | loire-dose | Station de Nantes | Deux pompes doseuses, accès difficile. Critère : prix 60,
        technique 40.
    hugo.blanc | 33 | call answered 8 | | partagerait un stand au salon de Lyon |
    | 68 | meeting 30 | | Salon de Lyon, premier contact | Installe des chambres froides, trois techniciens. Cherche un
        fournisseur de régulation.
    kari.nordmann | 34 | call answered 6 | | båndet går uten stopp siden september |
    | 89 | call answered 4 | fjord-belt | signert, levering i uke 36 |
    | 120 | email | fjord-belt | Tilbud transportbånd | mottatt
    | 150 | meeting 80 | fjord-belt | Lakseslakteriet | Båndet må tåle vask to ganger i skiftet. Rustfritt, lagre
        utenfor våtsonen.
    petra.schaefer | 8 | email | mainwerk | Angebot Reinstdampf | sie prüft mit der QS
    | 18 | meeting 70 | mainwerk | Begehung Reinstdampf | Druck schwankt um 0,3 bar. Qualifizierung muss vor dem Audit
        im April fertig sein.
    | 37 | in interested 7 | mainwerk | Empfehlung von Isar, Dampfdruck schwankt |
    oliver.kern | 6 | call answered 12 | mainwerk | Entwurf der Qualifizierung reicht ihm, Endfassung im Februar |
    | 17 | note | mainwerk | Dr. Kern liest jede Fußnote. Änderungen immer mit Verweis auf die Nummer des Abschnitts
        schicken.
    reto.huber | 4 | call answered 8 | spindle | Abnahmekriterien gemeinsam festlegen |
    | 12 | meeting 60 | spindle | Spindelprüfstand, Zürich | 24'000 Umdrehungen, Temperaturgang ist das Problem.
        Entscheid im Januar.
    | 26 | call interested 7 | spindle | auf der Messe gesprochen, möchte Prüfstand statt Handmessung |
    leopold.gruber | 47 | call answered 6 | | Ausschreibung kommt im Jänner |
    | 76 | call answered 5 | | nimmt uns auf die Bieterliste |
    fiona.maclean | 7 | email | clyde-spares | Price list for the framework | she compares with last year
    | 18 | call answered 8 | clyde-spares | wants four call-offs a year |
    | 30 | in interested 5 | clyde-spares | buys spares from seven places, wants one |
    sean.obrien | 16 | call answered 6 | clyde-spares | list of forty parts, twelve he really needs on board |
    alan.whitaker | 29 | call answered 9 | | ice bank runs at its limit in summer |
    | 54 | email | | Ice bank case study | liked it, shares it with the board
    jorge.ramirez | 38 | call answered 7 | | budget round is in January, wants a number by then |
    | 65 | meeting 30 | | Fair in Chicago, stand talk | Two halls, chilled water, the chillers are from 2011. Asked for
        references nearby.
    | 50 | call voicemail | | |
    bud.tucker | 52 | call answered 5 | | sold eleven seal kits this quarter |
    | 110 | call answered 6 | | wants a dealer discount from twenty sets |
    hassan.fathy | 32 | call interested 8 | | new mixing hall next year, sends a drawing |
    | 61 | call no-answer | | |
    khalid.otaibi | 44 | call answered 7 | | sold the last two sets, stock is empty |
    | 95 | meeting 60 | | Dealer review by video | Twelve sets this year, plan is fifteen. He wants training for two
        technicians in spring.
    martin.hale | 57 | call answered 9 | | two integrator projects in the new year |
    | 105 | meeting 60 | | Partner lunch in Bristol | They take the cabinets, we take drives and commissioning.
    piotr.kowalski | 63 | call answered 6 | | Polish prices fine, asks for delivery in five days |
    | 118 | email | | Partner agreement 2026 | signed copy is back
    erik.lindqvist | 46 | call answered 5 | | säljer bra i höst, lagret räcker till jul |
    | 99 | call answered 7 | | ny prislista mottagen, nöjd |
    simone.bianchi | 39 | call answered 11 | | knows two factories near Turin that will rebuild |
    | 83 | email | | Referral agreement | he accepts three percent
    heike.lorenz | 70 | call not-interested 4 | spree-keller | Umbau um zwei Jahre verschoben, bitte nicht mehr anrufen
        |
    | 101 | visit | spree-keller | Gärkeller Berlin | acht Tanks, Kälte reicht knapp
    | 127 | in interested 6 | spree-keller | Gärkeller wird zu warm |
    hannah.pascoe | 34 | call not-interested 5 | tamar-line | went to a supplier forty miles away |
    | 55 | email | tamar-line | Offer for the test line | opened twice, no answer
    | 86 | meeting 60 | tamar-line | Plymouth visit | Sixty valves a shift. She worried about our distance from the
        start.
    frank.olsen | 130 | call not-interested 3 | prairie-dry | sold the dryers, no need any more |
    | 161 | email | prairie-dry | Dryer controls offer | no answer
    | 188 | call answered 7 | prairie-dry | drying costs are up, wants a number |
    ute.zeller | 96 | call not-interested 6 | bodensee-cam | Auflösung reicht nicht für ihre Linsen |
    | 125 | meeting 45 | bodensee-cam | Kameraprüfung in Konstanz | Kratzer unter fünf Mikrometer. Das schafft unsere
        Kamera kaum.
    svenja.kroeger | 140 | call wrong-number | | |
    brian.doyle | 200 | call answered 8 | | retires in summer, Fiona takes over |
    george.finch | 25 | call answered 4 | | only collects prices for next year, call again in spring |
    uwe.petersen | 24 | call no-answer | | |
    max.steiner | 28 | email | | Messeunterlagen | noch keine Antwort
    """
