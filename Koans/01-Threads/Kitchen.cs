namespace Koans.Threads;

// A cook makes breakfast. Water takes its time and boils by itself once it is on, so the table is
// set meanwhile. Coffee is another matter: it is poured the moment the water boils.
public class Kitchen
{
    public void Breakfast(Action boil, Action setTable)
    {
        boil();
        setTable();
    }

    public void Coffee(Action boil, Action pour)
    {
        var kettle = new Thread(new ThreadStart(boil)) { Name = "the kettle" };
        kettle.Start();
        Thread.Sleep(3500);
        pour();
    }
}
