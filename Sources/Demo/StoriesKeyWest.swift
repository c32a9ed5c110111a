/// What happened with the most important customers in the west.

/// The columns are those of the stories of the most important customers in the east.
let storiesKeyWest = """
    who | ago | what | deal | text | more
    ada.lovell | 12 | call meeting-agreed 9 | testbench | site survey agreed, she wants the gauge brought along |
    | 26 | meeting 75 | testbench | Test bench, requirements | Cold test for the V6 family: torque, oil pressure, leak
        rate. Cycle time 90 seconds. ¶ She wants logging open enough for their own analysis. Budget exists, board meets
        in January.
    | 37 | in interested 8 | testbench | the old bench fails calibration, asks what a new one takes |
    | 24 | call answered 4 | lovell-pumps | order for the oil pumps is signed |
    | 44 | send | lovell-pumps | Quote for the oil pumps | on paper, two copies
    | 62 | visit | lovell-pumps | Cell 5 in Sheffield | measured the base plate, drawing follows
    | 84 | call interested 11 | lovell-pumps | pumps of cell 5 leak, wants ours for a trial |
    | 25 | note | testbench | Ada decides alone up to 150,000; above that the board. She reads everything herself and
        dislikes slides. Bring numbers, a drawing and one page of text.
    tom.ashby | 11 | call answered 6 | testbench | can free the corner behind cell 3, floor carries eight tonnes |
    | 45 | call answered 5 | lovell-pumps | pumps fit, wants longer cables |
    | 63 | call no-answer | lovell-pumps | |
    priya.nair | 9 | email | testbench | Channel list for the logger | she adds two thermocouples
    | 18 | call answered 13 | testbench | went through torque curves, 2 kHz is enough |
    rosa.parkes | 7 | call answered 8 | filters | fine with two deliveries a year, asks for last year's price |
    | 21 | meeting 50 | filters | Renewal, first talk | Consumption went up by a fifth. She would sign for two years if
        the price holds. I promised an answer before the month ends.
    | 42 | in interested 4 | filters | contract ends in January, asks for a renewal |
    | 77 | call answered 5 | | happy with the last delivery |
    daniel.reid | 20 | email | filters | Stock list of filters | answered the same day
    | 50 | call answered 4 | filters | counted the stock, three months left |
    grace.hopper | 3 | call answered 10 | datahall | lawyers want their own contract form, I send the draft |
    | 6 | email | datahall | Proposal for hall 2 | sent with the drawing of the rear doors
    | 17 | meeting 60 | datahall | Hall 2 walk-through | Twenty racks at 15 kW. Pipes come from below, no work above
        the racks. ¶ She asked twice about leak detection. Elena checks the flow rates.
    | 46 | in interested 7 | datahall | hall 2 gets hotter racks, wants rear-door coolers |
    | 18 | call answered 3 | navy-rack | purchase order for the rack sensors received |
    | 37 | email | navy-rack | Offer for rack sensors | she forwards it to contracts
    | 58 | call interested 9 | navy-rack | wants to see temperatures a rack |
    marcus.hill | 5 | call voicemail | datahall | |
    | 13 | call answered 7 | datahall | insurance certificate and their form, then two weeks |
    | 30 | email | navy-rack | Supplier questionnaire | all 42 questions
    elena.ortiz | 16 | call answered 12 | datahall | flow of 30 litres a minute a door is fine |
    | 23 | note | datahall | Elena has the heat load of every rack since 2023 and will share it after the contract. She
        prefers e-mail to the telephone.
    walter.white | 34 | meeting 60 | compressor | Kompressorhalle besichtigt | Vier Kompressoren, 320 kW Abwärme.
        Heizung der Nachbarhalle läuft auf Gas. Er will eine grobe Rechnung bis Weihnachten.
    | 48 | call interested 7 | | hat auf der Messe von Wärmerückgewinnung gehört |
    | 90 | visit | | Jahresgespräch Hansa Tools | zufrieden mit dem Service, Preise 2027 gewünscht
    | 10 | call no-answer | compressor | |
    birgit.hansen | 22 | call answered 5 | | Rahmenvertrag läuft bis März, Preisliste bis Mitte Dezember |
    | 55 | email | | Zertifikate 2026 | liegen vor
    thomas.huber | 1 | call answered 6 | isar-line | Telefonkonferenz zu den Konditionen vereinbart |
    | 14 | meeting 90 | isar-line | Verhandlung Montagelinie 4 | Preis steht bis auf zwei Prozent. Streitpunkt ist die
        Vertragsstrafe bei Verzug. ¶ Wir bieten ein halbes Prozent je Woche, höchstens fünf.
    | 33 | email | isar-line | Angebot Montagelinie 4 | mit Option fünfte Station
    | 57 | meeting 60 | isar-line | Lastenheft durchgesprochen | Taktzeit 38 Sekunden, Werkstückträger stellen sie.
    | 83 | in interested 8 | isar-line | Linie 4 wird ersetzt, Anfrage an drei Anbieter |
    | 52 | call answered 3 | isar-tools | Bestellung der Greifer ist raus |
    | 70 | send | isar-tools | Mustergreifer | zwei Stück, Rückgabe im Oktober
    julia.wagner | 8 | call answered 15 | isar-line | Schraubdaten kommen über OPC UA, kein Zusatzgerät nötig |
    | 32 | call busy | isar-line | |
    | 56 | note | isar-line | Julia hat die alte Linie gebaut und kennt jeden Fehler darin. Ihr Wunsch: Werkzeugwechsel
        ohne Leiter. Wenn wir das zeigen, ist sie auf unserer Seite.
    kofi.mensah | 70 | call answered 9 | serviceplan | agrees to keep the spare parts in Tema |
    | 41 | email | serviceplan | Final service plan | he is travelling until the end of the month
    | 15 | call no-answer | serviceplan | |
    | 77 | meeting 60 | serviceplan | Cold store tour, Tema | Nine rooms, two compressors near the end of their life.
        Power fails twice a week; the generator needs four minutes.
    | 100 | in interested 6 | serviceplan | wants one contract for everything cold |
    akosua.boateng | 16 | call answered 7 | serviceplan | room 4 alarm was a door, not the compressor |
    | 59 | call answered 5 | serviceplan | she keeps the log that the service plan needs |
    astrid.dahl | 15 | call answered 12 | nordlys-cool | permit for sea water is with the county, decision in January |
    | 30 | meeting 60 | nordlys-cool | Frikjøling, first design | Sea at 4 to 9 degrees the year round. She wants
        titanium plates, two pumps running and one spare.
    | 44 | in interested 9 | nordlys-cool | found us on the web, 1.5 MW without chillers |
    per.johansen | 14 | call answered 6 | nordlys-cool | rørtrasé er klar, 180 meter |
    rachel.stone | 2 | call call-back 3 | redwood-pilot | in a board meeting, scope of the pilot on Thursday |
    | 9 | email | redwood-pilot | Pilot proposal | ninety days, exit after thirty
    | 19 | meeting 45 | redwood-pilot | Pilot cell, video call | Success means 98 percent uptime in the last thirty
        days. If it works they order six. She asked for a price for six already.
    | 35 | in interested 10 | redwood-pilot | labour is short, wants to try one cell |
    kevin.wu | 8 | call answered 18 | redwood-pilot | their controller speaks Profinet, fine |
    | 21 | note | redwood-pilot | Kevin 会中文,技术问题可以直接用中文发微信。他担心的是安全区域划分,希望我们出一份风险评估。
    omar.haddad | 9 | call no-answer | alnour-desal | |
    | 27 | meeting 75 | alnour-desal | المرحلة الثانية: اجتماع تقني | نحتاج منحنيات المضخات وقائمة المراجع. القرار بعد
        شهر رمضان.
    | 57 | in interested 9 | alnour-desal | phase two is financed, pumps out for enquiry |
    layla.mansour | 17 | email | alnour-desal | Vendor registration | number received
    | 26 | call answered 6 | alnour-desal | payment by letter of credit only |
    """
