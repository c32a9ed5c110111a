/// The people of the territory in Europe, America, Africa and the Gulf.

/// The columns are those of the table of the people in the east.
let peopleWest = """
    key | name | also | company | position | status | tier | mobile | ext | more
    ada.lovell | Ada Lovell | | lovell | managing director | customer | A | +44 7700 900118 | 201
        | every 30, born --12-10, #engines
    tom.ashby | Tom Ashby | | lovell | works manager | customer | B | +44 7700 900245 | | every 60
    priya.nair | Priya Nair | | lovell | test engineer | prospect | B | +44 7700 900361 | 214 |
    george.finch | George Finch | | lovell | buyer | lead | C | +44 7700 900402 | | from Birmingham fair, #fair
    rosa.parkes | Rosa Parkes | | rosaparks | owner | customer | B | +44 7700 900527 | | every 45, born --02-04
    daniel.reid | Daniel Reid | Dan | rosaparks | operations | customer | C | +44 7700 900533 | |
    grace.hopper | Grace Hopper | | navydata | director of infrastructure | customer | A | +1 202-555-0106
        | 1906 | every 30, born 1976-12-09
    marcus.hill | Marcus Hill | | navydata | contracts | customer | B | +1 202-555-0151 | 22 |
    elena.ortiz | Elena Ortiz | | navydata | mechanical engineer | prospect | B | +1 202-555-0187 | |
    walter.white | Walter White | | hansa | Werkleiter | customer | A | +49 171 3920015 | 140 | every 30, #fair
    birgit.hansen | Birgit Hansen | | hansa | Einkauf | customer | B | +49 176 04069024 | 112 |
    uwe.petersen | Uwe Petersen | | hansa | Instandhaltung | lead | C | +49 171 3920038 | | from Hannover, #fair
    klaus.mueller | Klaus Müller | | mueller | Geschäftsführer | prospect | B | +49 171 3920041 | | every 60, #tender
    sabine.mueller | Sabine Müller-Lang | | mueller | Einkaufsleiterin | prospect | B | +49 176 04069052 | 14 | #tender
    jonas.weiss | Jonas Weiß | | mueller | Konstruktion | lead | C | +49 171 3920063 | |
    anke.oekonom | Anke Ökonom | | oekonom | Geschäftsführerin | prospect | B | +49 176 04069071 | | #demo
    felix.brandt | Felix Brandt | | oekonom | Projektleiter | prospect | B | +49 171 3920084 | 7 | #demo
    nils.berg | Nils Berg | | berg | daglig leder | customer | B | +47 400 00 118 | 10 | every 45, #cooling
    ingrid.solheim | Ingrid Solheim | | berg | innkjøpssjef | customer | B | +47 400 00 231 | 12 |
    odd.aas | Odd Aas | | berg | vedlikehold | lead | C | +47 400 00 346 | |
    kofi.mensah | Kofi Mensah | | mensah | managing director | customer | A | +233 24 455 0129 | 11 | every 30, #cold
        chain
    akosua.boateng | Akosua Boateng | | mensah | operations manager | customer | B | +233 20 855 0147 | | every 60
    ivan.petrov | Ivan Petrov | Иван Петров | petrov | owner | customer | B | +359 88 555 0163 | | every 45
    maria.dimitrova | Maria Dimitrova | | petrov | accounts | lead | C | +359 87 555 0190 | |
    omar.haddad | عمر حداد | Omar Haddad | alnour | project director | prospect | A | +971 50 555 0171 | | #project
    layla.mansour | ليلى منصور | Layla Mansour | alnour | procurement | prospect | B | +971 55 555 0186 | 31 |
    yusuf.khan | Yusuf Khan | | alnour | site engineer | lead | C | +971 52 555 0194 | |
    claire.duval | Claire Duval | | duval | directrice générale | customer | B | +33 6 39 98 11 20 | | every 60, #salon
    mathieu.roche | Mathieu Roche | | duval | responsable production | customer | C | +33 6 39 98 24 37 | |
    yann.legoff | Yann Le Goff | | aqualoire | directeur technique | prospect | C | +33 6 39 98 35 41 | | #tender
    sophie.garnier | Sophie Garnier | | aqualoire | achats | lead | C | +33 6 39 98 46 58 | 5 |
    hugo.blanc | Hugo Blanc | | mistral | gérant | prospect | B | +33 6 39 98 57 63 | | from SIFA Lyon, #salon
    nadia.benali | Nadia Benali | نادية بن علي | mistral | chargée d'affaires | lead | C | +33 6 39 98 68 74 | |
    kari.nordmann | Kari Nordmann | | fjord | produksjonssjef | customer | B | +47 400 00 452 | | every 60, #laks
    lars.eide | Lars Eide | | fjord | innkjøp | lead | C | +47 400 00 567 | |
    astrid.dahl | Astrid Dahl | | nordlys | CTO | prospect | A | +47 400 00 678 | | #data centre
    per.johansen | Per Johansen | | nordlys | prosjektleder | prospect | B | +47 400 00 789 | |
    thomas.huber | Thomas Huber | | isar | Leiter Einkauf | customer | A | +49 171 3920092 | 415 | every 30, #fair
    julia.wagner | Julia Wagner | | isar | Entwicklung | customer | B | +49 176 04069086 | |
    max.steiner | Max Steiner | | isar | Vertriebstechnik | lead | | +49 171 3920057 | | from Hannover, #fair
    petra.schaefer | Petra Schäfer | | main | Leiterin Technik | prospect | B | +49 176 04069093 | 520 | #audit
    oliver.kern | Dr. Oliver Kern | | main | Qualitätssicherung | prospect | B | +49 171 3920070 | |
    katja.vogel | Katja Vogel | | main | Einkauf | lead | C | +49 176 04069038 | 533 |
    jens.krause | Jens Krause | | spree | Braumeister | lead | C | +49 171 3920026 | | from Drinktec, #fair
    heike.lorenz | Heike Lorenz | | spree | Inhaberin | former | C | +49 176 04069045 | | no calls
    bernd.claasen | Bernd Claasen | | alster | Technischer Leiter | lead | C | +49 171 3920079 | |
    svenja.kroeger | Svenja Kröger | | alster | Disposition | former | C | +49 176 04069017 | |
    rolf.maier | Rolf Maier | | bodensee | Einkauf | lead | C | +49 171 3920035 | |
    ute.zeller | Ute Zeller | | bodensee | Geschäftsführerin | former | C | +49 176 04069060 | | no calls
    reto.huber | Reto Huber | | helvetia | Inhaber | prospect | B | +41 79 555 01 12 | |
    corinne.favre | Corinne Favre | | helvetia | achats | lead | C | +41 78 555 01 46 | 3 |
    leopold.gruber | Leopold Gruber | Poldi | donau | Einkaufsleiter | prospect | B | +43 664 555 0117 | | #tender
    eva.novak | Eva Novák | | donau | Projektierung | lead | C | +43 660 555 0148 | |
    hannah.pascoe | Hannah Pascoe | | tamar | sales director | former | C | +44 7700 900614 | |
    ben.trewin | Ben Trewin | | tamar | production | lead | C | +44 7700 900639 | |
    fiona.maclean | Fiona MacLean | | clyde | fleet purchasing | customer | B | +44 7700 900708 | 31 | every 60
    sean.obrien | Seán O'Brien | | clyde | chief engineer | prospect | B | +44 7700 900722 | |
    alan.whitaker | Alan Whitaker | | pennine | engineering manager | prospect | B | +44 7700 900816 | | #dairy
    megan.price | Megan Price | | pennine | buyer | lead | C | +44 7700 900843 | 9 | from Birmingham fair, #fair
    jorge.ramirez | Jorge Ramírez | | lakeside | facilities director | prospect | B | +1 312-555-0124 | | from DCD
        Chicago, #fair
    amy.chen | Amy Chen | 陈艾米 | lakeside | procurement | lead | C | +1 312-555-0139 | |
    rachel.stone | Rachel Stone | | redwood | VP engineering | prospect | A | +1 408-555-0153 | | #pilot
    kevin.wu | Kevin Wu | 吴凯文 | redwood | controls engineer | prospect | B | +1 408-555-0160 | |
    nora.fields | Nora Fields | | redwood | office manager | lead | C | +1 408-555-0175 | |
    bud.tucker | Bud Tucker | | gulfpump | owner | partner | C | +1 713-555-0118 | | every 90, #dealer
    lucy.hale | Lucy Hale | | prairie | maintenance planner | lead | C | +1 515-555-0126 | |
    frank.olsen | Frank Olsen | | prairie | plant manager | former | C | +1 515-555-0149 | | no calls
    hassan.fathy | حسن فتحي | Hassan Fathy | nile | factory manager | prospect | B | +20 10 0555 0132 | | #mixer
    mona.saleh | منى صالح | Mona Saleh | nile | purchasing | lead | C | +20 12 0555 0164 | |
    rachid.alami | رشيد العلمي | Rachid Alami | atlas | chef d'atelier | lead | C | +212 661 55 01 27 | |
    khalid.otaibi | خالد العتيبي | Khalid Al-Otaibi | dammam | general manager | partner | B | +966 50 555 0119 | |
        every 60, #dealer
    sara.ghamdi | سارة الغامدي | Sara Al-Ghamdi | dammam | orders | lead | C | +966 55 555 0143 | |
    martin.hale | Martin Hale | | vantage | director | partner | C | +44 7700 900911 | | every 90, #partner
    jess.cole | Jess Cole | | vantage | engineer | lead | C | +44 7700 900934 | |
    piotr.kowalski | Piotr Kowalski | | kowalski | właściciel | partner | C | +48 600 555 117 | | every 90, #partner
    agnieszka.zajac | Agnieszka Zając | | kowalski | zakupy | lead | C | +48 601 555 142 | |
    erik.lindqvist | Erik Lindqvist | | lindqvist | VD | partner | C | +46 70 555 01 18 | | every 90, #dealer
    maja.strom | Maja Ström | | lindqvist | inköp | former | C | +46 73 555 01 36 | | no calls
    simone.bianchi | Simone Bianchi | | | freelance consultant | partner | B | +39 333 555 0127 | | every 60, from
        referral
    peng.lihua | 彭丽华 | Peng Lihua | | 行业媒体编辑 | lead | C | +86 138 0108 0593 | | from 上海展会
    oskar.lind | Oskar Lind | | | journalist | former | C | +46 70 555 01 94 | | no calls
    chloe.martin | Chloé Martin | | duval | apprentie achats | lead | | +33 6 39 98 79 85 | | from SIRHA Lyon, #salon
    hilde.moe | Hilde Moe | | | trade council Oslo | lead | C | +47 400 00 890 | |
    brian.doyle | Brian Doyle | | clyde | retired, was fleet manager | former | C | +44 7700 900755 | |
    xiao.qiang | 肖强 | | tianlu | 维修工程师 | former | C | +86 136 0200 0867 | |
    du.juan | 杜鹃 | | changhong | 前采购经理 | former | C | +86 139 7310 0921 | | no calls
    ma.chao | 马超 | | xibei | 前运维经理 | former | | +86 138 9180 0553 | | no calls
    """
